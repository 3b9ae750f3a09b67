/** What a payment is, which states it has, and what follows from a command or from the provider's word. Pure Java. */
@NullMarked
package com.allinone.payment.domain;

import org.jspecify.annotations.NullMarked;
