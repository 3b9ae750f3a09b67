/**
 * What stock is and what may become of it: shelves, reservations, and the ledger that decides. Plain values; no
 * framework, no database, no clock.
 */
@NullMarked
package com.allinone.inventory.domain;

import org.jspecify.annotations.NullMarked;
