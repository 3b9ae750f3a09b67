package com.allinone.shopping;

import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import java.util.function.Consumer;

/** Hands its transactions on, where nobody sees who calls. */
public record Careless(Transactions transactions) {

    public Consumer<Consumer<Transaction>> opener() {
        return transactions::run;
    }
}
