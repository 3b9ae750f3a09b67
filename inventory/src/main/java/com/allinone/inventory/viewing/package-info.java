/** Looks at stock: what shoppers can order, and what operators see of every warehouse. */
@NullMarked
package com.allinone.inventory.viewing;

import org.jspecify.annotations.NullMarked;
