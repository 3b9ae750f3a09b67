/** Speaks the Stripe API, with a bound on everything it waits for. */
@NullMarked
package com.allinone.payment.provider;

import org.jspecify.annotations.NullMarked;
