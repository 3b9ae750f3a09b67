/** Answers order's questions for our books: payments, ledger and what the provider lists, compared. */
@NullMarked
package com.allinone.payment.reporting;

import org.jspecify.annotations.NullMarked;
