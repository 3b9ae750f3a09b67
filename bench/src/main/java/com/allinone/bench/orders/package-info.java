/** Orders carried to their end, whole platform. */
@NullMarked
package com.allinone.bench.orders;

import org.jspecify.annotations.NullMarked;
