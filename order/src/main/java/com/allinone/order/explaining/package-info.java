/** Explains an order to operators, out of what this service has on record of it. */
@NullMarked
package com.allinone.order.explaining;

import org.jspecify.annotations.NullMarked;
