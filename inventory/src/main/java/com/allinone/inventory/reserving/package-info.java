/** Keeps goods for orders: order's commands in, one transaction a batch, the answers out; and the clock of the holds. */
@NullMarked
package com.allinone.inventory.reserving;

import org.jspecify.annotations.NullMarked;
