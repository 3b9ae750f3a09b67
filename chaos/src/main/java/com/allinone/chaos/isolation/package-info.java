/** One service dead at a time, and whose journeys fail: each should fail only its own. */
@NullMarked
package com.allinone.chaos.isolation;

import org.jspecify.annotations.NullMarked;
