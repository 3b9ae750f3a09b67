/** What must be true of the shop when it is left alone. */
@NullMarked
package com.allinone.simulation.checks;

import org.jspecify.annotations.NullMarked;
