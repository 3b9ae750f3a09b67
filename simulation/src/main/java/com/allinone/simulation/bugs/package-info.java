/** What a careless change could do; each has to be caught. */
@NullMarked
package com.allinone.simulation.bugs;

import org.jspecify.annotations.NullMarked;
