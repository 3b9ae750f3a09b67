/** Claims about webhook signatures. */
@NullMarked
package com.allinone.payment.webhooks;

import org.jspecify.annotations.NullMarked;
