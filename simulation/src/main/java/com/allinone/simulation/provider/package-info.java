/** A payment provider that is slow, silent and late, and keeps books. */
@NullMarked
package com.allinone.simulation.provider;

import org.jspecify.annotations.NullMarked;
