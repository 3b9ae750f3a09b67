/** Says again what orders count on: the safe repair, for whoever finds that an order and its neighbours disagree. */
@NullMarked
package com.allinone.order.redriving;

import org.jspecify.annotations.NullMarked;
