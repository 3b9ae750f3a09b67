/** How finely what every service measures is told apart: the bounds of its histograms. */
@NullMarked
package com.allinone.http.measuring;

import org.jspecify.annotations.NullMarked;
