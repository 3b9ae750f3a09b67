/** Drives the saga: replies of inventory and payment, and deadlines. */
@NullMarked
package com.allinone.order.fulfilment;

import org.jspecify.annotations.NullMarked;
