@NullMarked
package com.allinone.bench.programs;

import org.jspecify.annotations.NullMarked;
