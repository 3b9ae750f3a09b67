/** Listens to the provider's webhooks; believes none of them, and looks sooner because of them. */
@NullMarked
package com.allinone.payment.webhooks;

import org.jspecify.annotations.NullMarked;
