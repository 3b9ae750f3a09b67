@NullMarked
package com.allinone.bench.measuring;

import org.jspecify.annotations.NullMarked;
