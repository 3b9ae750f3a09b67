/** Holds the simulated store against PostgreSQL: the same operations in the same order, the same answers. */
@NullMarked
package com.allinone.simulation.equivalence;

import org.jspecify.annotations.NullMarked;
