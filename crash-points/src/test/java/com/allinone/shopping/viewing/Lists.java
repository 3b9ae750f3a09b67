package com.allinone.shopping.viewing;

import com.allinone.messaging.sql.Transactions;

/** Reads, or says so. */
public record Lists(Transactions transactions) {

    public int all() {
        return transactions.<Integer>call(
                transaction -> transaction.sql("delete from payment").update());
    }
}
