/** {@code ./shop}: everything on one machine, without Docker. */
@NullMarked
package com.allinone.launcher;

import org.jspecify.annotations.NullMarked;
