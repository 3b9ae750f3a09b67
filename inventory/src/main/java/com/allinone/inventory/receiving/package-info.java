/** Takes deliveries in: goods that came into a warehouse become stock. */
@NullMarked
package com.allinone.inventory.receiving;

import org.jspecify.annotations.NullMarked;
