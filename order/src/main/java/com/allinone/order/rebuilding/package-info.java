/** Proves that what is read of orders is what their events say, and replaces it where it is not. */
@NullMarked
package com.allinone.order.rebuilding;

import org.jspecify.annotations.NullMarked;
