@NullMarked
package com.allinone.bench.orders;

import org.jspecify.annotations.NullMarked;
