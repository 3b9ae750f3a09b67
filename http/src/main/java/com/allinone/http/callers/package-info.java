/** Who is calling, from the verified token. */
@NullMarked
package com.allinone.http.callers;

import org.jspecify.annotations.NullMarked;
