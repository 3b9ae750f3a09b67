/** Measures how fast the shop is, beside what people would pick instead. */
@NullMarked
package com.allinone.bench;

import org.jspecify.annotations.NullMarked;
