/** Finds out what became of a payment whose fate is unknown, by asking the provider. */
@NullMarked
package com.allinone.payment.reconciling;

import org.jspecify.annotations.NullMarked;
