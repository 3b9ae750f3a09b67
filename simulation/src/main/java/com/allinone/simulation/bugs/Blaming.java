package com.allinone.simulation.bugs;

import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes an outage for a defect of whatever was at hand. */
record Blaming(Transactions transactions) implements Transactions {

    @Override
    public <T extends @Nullable Object> T call(Function<Transaction, T> work) {
        try {
            return transactions.call(work);
        } catch (DatabaseFailure away) {
            throw new IllegalStateException("Could not be handled: " + away.getMessage());
        }
    }
}
