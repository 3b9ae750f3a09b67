/** Finds what was recorded about one order, and tells it as one story. */
@NullMarked
package com.allinone.launcher.explaining;

import org.jspecify.annotations.NullMarked;
