/** Gives money back, once. */
@NullMarked
package com.allinone.payment.refunding;

import org.jspecify.annotations.NullMarked;
