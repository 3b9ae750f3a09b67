/** Databases as PostgreSQL behaves at READ COMMITTED: row locks, open transactions, timeouts, lost commits. */
@NullMarked
package com.allinone.simulation.store;

import org.jspecify.annotations.NullMarked;
