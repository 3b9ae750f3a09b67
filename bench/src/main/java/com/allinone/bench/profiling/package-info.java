/** Where the processor time of a shop goes, as a picture. */
@NullMarked
package com.allinone.bench.profiling;

import org.jspecify.annotations.NullMarked;
