/** Compares orders with reservations, payments, ledger and provider: asks their owners in messages, range by range. */
@NullMarked
package com.allinone.order.reconciling;

import org.jspecify.annotations.NullMarked;
