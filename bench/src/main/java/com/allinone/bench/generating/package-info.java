/**
 * The load, a process of its own: orders at their times, whatever becomes of those before them, and readers each of whom
 * asks again as soon as it is answered.
 */
@NullMarked
package com.allinone.bench.generating;

import org.jspecify.annotations.NullMarked;
