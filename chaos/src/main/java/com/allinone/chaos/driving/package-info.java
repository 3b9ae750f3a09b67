/** Shoppers and an operator: goods, cards, orders, cancellations, parcels; through the ingress only. */
@NullMarked
package com.allinone.chaos.driving;

import org.jspecify.annotations.NullMarked;
