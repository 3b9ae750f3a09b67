/** Shows orders: one with its timeline, mine as pages, and changes as they happen. */
@NullMarked
package com.allinone.order.viewing;

import org.jspecify.annotations.NullMarked;
