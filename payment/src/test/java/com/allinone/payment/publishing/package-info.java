/** Claims about what is published. */
@NullMarked
package com.allinone.payment.publishing;

import org.jspecify.annotations.NullMarked;
