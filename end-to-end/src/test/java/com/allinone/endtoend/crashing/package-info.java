/** Halts the real processes at every boundary that their code has, one after the other, under traffic. */
@NullMarked
package com.allinone.endtoend.crashing;

import org.jspecify.annotations.NullMarked;
