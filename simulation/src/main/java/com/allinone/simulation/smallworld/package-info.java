/** Two orders, one unit, and every order in which things can happen to them: the pure cores, exhaustively. */
@NullMarked
package com.allinone.simulation.smallworld;

import org.jspecify.annotations.NullMarked;
