/** The collections in PostgreSQL, in set-based SQL. */
@NullMarked
package com.allinone.order.storage;

import org.jspecify.annotations.NullMarked;
