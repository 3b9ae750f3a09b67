/** Makes the provider's intent for a payment and confirms it, at most once each time it was decided. */
@NullMarked
package com.allinone.payment.charging;

import org.jspecify.annotations.NullMarked;
