package com.allinone.shopping;

import com.allinone.messaging.sql.Transactions;

/** Named as the container names what it generates. */
public record Paying_ClientProxy(Transactions transactions) {

    public void pay() {
        transactions.run(transaction -> {});
    }
}
