/** The collections that the rooms use: orders, carts, copies of products. What stores them is not said here. */
@NullMarked
package com.allinone.order.port;

import org.jspecify.annotations.NullMarked;
