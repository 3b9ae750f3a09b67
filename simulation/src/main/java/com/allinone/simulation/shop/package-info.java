/** The services' code wired together, and the people who use and break it. */
@NullMarked
package com.allinone.simulation.shop;

import org.jspecify.annotations.NullMarked;
