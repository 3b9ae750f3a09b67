/** Stock in PostgreSQL: set-based SQL behind the domain's ports. Nobody imports this room. */
@NullMarked
package com.allinone.inventory.storage;

import org.jspecify.annotations.NullMarked;
