/** Keeps the local copies of products from catalog's events. */
@NullMarked
package com.allinone.order.copying;

import org.jspecify.annotations.NullMarked;
