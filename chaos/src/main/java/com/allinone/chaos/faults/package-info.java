/** Everything that is done to the shop, each with the evidence that it took effect. */
@NullMarked
package com.allinone.chaos.faults;

import org.jspecify.annotations.NullMarked;
