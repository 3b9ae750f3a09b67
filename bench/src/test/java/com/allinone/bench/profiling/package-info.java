/** How stacks of many processes become one picture. */
@NullMarked
package com.allinone.bench.profiling;

import org.jspecify.annotations.NullMarked;
