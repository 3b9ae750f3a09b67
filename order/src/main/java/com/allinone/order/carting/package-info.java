/** The cart of a shopper, with the prices that were seen. */
@NullMarked
package com.allinone.order.carting;

import org.jspecify.annotations.NullMarked;
