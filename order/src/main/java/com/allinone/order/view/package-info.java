/** An order as it is answered, wherever it is answered. */
@NullMarked
package com.allinone.order.view;

import org.jspecify.annotations.NullMarked;
