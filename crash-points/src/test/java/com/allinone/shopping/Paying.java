package com.allinone.shopping;

import com.allinone.messaging.sql.Transactions;
import java.util.List;

/** Pays in two transactions and has a third one in a lambda. */
public record Paying(Transactions transactions) {

    public void pay() {
        transactions.run(
                transaction -> transaction.sql("insert into payment values (1)").update());
        transactions.<Integer>call(
                transaction -> transaction.sql("update payment set paid = true").update());
    }

    public void payAll(List<String> orders) {
        orders.forEach(order -> transactions.run(transaction -> {}));
    }
}
