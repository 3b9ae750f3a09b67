/** Marks an order shipped and delivered, on an operator's word. */
@NullMarked
package com.allinone.order.shipping;

import org.jspecify.annotations.NullMarked;
