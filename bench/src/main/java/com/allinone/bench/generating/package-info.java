/** The load, a process of its own: requests at their times, whatever becomes of those before them. */
@NullMarked
package com.allinone.bench.generating;

import org.jspecify.annotations.NullMarked;
