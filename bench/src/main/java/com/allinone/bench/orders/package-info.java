/** Orders carried to their end, by the whole platform or by its services alone, beside what people would pick. */
@NullMarked
package com.allinone.bench.orders;

import org.jspecify.annotations.NullMarked;
