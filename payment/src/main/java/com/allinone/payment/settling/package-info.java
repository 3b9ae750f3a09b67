/** Lets an operator settle a refund that failed: ask the provider again, or say that it was given back by hand. */
@NullMarked
package com.allinone.payment.settling;

import org.jspecify.annotations.NullMarked;
