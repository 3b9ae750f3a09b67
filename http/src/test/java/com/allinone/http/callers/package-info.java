/** What is said about callers by those who call. */
@NullMarked
package com.allinone.http.callers;

import org.jspecify.annotations.NullMarked;
