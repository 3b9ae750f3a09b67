/** Takes an order: checks it against what the shopper saw, stores it, and starts its saga. */
@NullMarked
package com.allinone.order.placing;

import org.jspecify.annotations.NullMarked;
