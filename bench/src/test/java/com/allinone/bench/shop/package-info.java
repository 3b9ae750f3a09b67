@NullMarked
package com.allinone.bench.shop;

import org.jspecify.annotations.NullMarked;
