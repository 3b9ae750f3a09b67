/** Orders and the saga that takes each to its end, as values and pure functions. Knows no framework and no database. */
@NullMarked
package com.allinone.order.domain;

import org.jspecify.annotations.NullMarked;
