/** Time, chance and who runs next: one thing at a time, at the places where real code would wait. */
@NullMarked
package com.allinone.simulation.world;

import org.jspecify.annotations.NullMarked;
