/** Says what became of payments, through the outbox, in the transaction that made it so. */
@NullMarked
package com.allinone.payment.publishing;

import org.jspecify.annotations.NullMarked;
