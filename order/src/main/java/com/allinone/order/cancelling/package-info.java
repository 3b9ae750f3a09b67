/** Cancels an order on its shopper's or an operator's wish. */
@NullMarked
package com.allinone.order.cancelling;

import org.jspecify.annotations.NullMarked;
