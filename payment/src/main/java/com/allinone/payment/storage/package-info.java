/** Keeps payments and the ledger in PostgreSQL. */
@NullMarked
package com.allinone.payment.storage;

import org.jspecify.annotations.NullMarked;
