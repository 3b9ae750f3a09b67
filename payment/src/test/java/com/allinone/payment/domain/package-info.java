/** Claims about payments, without a framework. */
@NullMarked
package com.allinone.payment.domain;

import org.jspecify.annotations.NullMarked;
