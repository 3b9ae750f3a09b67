/** What was measured, as numbers that can be computed anew: quantiles, medians, processor time. */
@NullMarked
package com.allinone.bench.measuring;

import org.jspecify.annotations.NullMarked;
