/** Claims about how a payment is worked on, whatever happens in between. */
@NullMarked
package com.allinone.payment.working;

import org.jspecify.annotations.NullMarked;
