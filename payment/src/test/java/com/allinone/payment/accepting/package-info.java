/** Claims about what is understood of order's commands. */
@NullMarked
package com.allinone.payment.accepting;

import org.jspecify.annotations.NullMarked;
