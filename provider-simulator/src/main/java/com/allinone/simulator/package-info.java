/**
 * A payment provider on this machine: it speaks the shapes of the Stripe API (payment intents, refunds, idempotency
 * keys, signed webhooks), keeps books that can be read, and misbehaves when a card token asks for it. It needs nothing
 * but the JDK and never sees a card number.
 */
@NullMarked
package com.allinone.simulator;

import org.jspecify.annotations.NullMarked;
