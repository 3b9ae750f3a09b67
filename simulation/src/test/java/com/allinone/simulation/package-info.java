/** Runs worlds by the hundred thousand, and holds the simulated parts against the real ones. */
@NullMarked
package com.allinone.simulation;

import org.jspecify.annotations.NullMarked;
