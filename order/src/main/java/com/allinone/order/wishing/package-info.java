/** What a person wants of an order that exists: its state answers, and what follows is stored and said. */
@NullMarked
package com.allinone.order.wishing;

import org.jspecify.annotations.NullMarked;
