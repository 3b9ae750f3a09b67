package com.allinone.shopping;

import com.allinone.messaging.sql.Transactions;

/** Nobody calls it. */
public record Unused(Transactions transactions) {

    public void work() {
        transactions.run(transaction -> {});
    }
}
