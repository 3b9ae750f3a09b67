/** Shows payments and the ledger to those who may see them. */
@NullMarked
package com.allinone.payment.viewing;

import org.jspecify.annotations.NullMarked;
