/** How the two are compared. */
@NullMarked
package com.allinone.bench.telling;

import org.jspecify.annotations.NullMarked;
