/** The services' own code in a simulated world: one seed decides everything that happens. */
@NullMarked
package com.allinone.simulation;

import org.jspecify.annotations.NullMarked;
