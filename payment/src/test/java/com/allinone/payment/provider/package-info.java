/** Claims about the adapter, against a provider that misbehaves. */
@NullMarked
package com.allinone.payment.provider;

import org.jspecify.annotations.NullMarked;
