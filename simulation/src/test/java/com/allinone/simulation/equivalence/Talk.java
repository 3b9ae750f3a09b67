package com.allinone.simulation.equivalence;

import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one connection is told and answers, whatever carries it. */
final class Talk {

    static final Function<Transaction, String> COMMIT = transaction -> {
        throw new Commit();
    };
    static final Function<Transaction, String> ROLLBACK = transaction -> {
        throw new Rollback();
    };

    private volatile @Nullable Function<Transaction, String> told;
    private volatile @Nullable String answered = "";

    boolean told() {
        return told != null;
    }

    @Nullable
    String answer() {
        return answered;
    }

    void tell(Function<Transaction, String> operation) {
        answered = null;
        told = operation;
    }

    /** Does what it is told in one transaction, until it is told to end it. */
    void converse(Transactions transactions, Supplier<Function<Transaction, String>> next) {
        try {
            transactions.run(transaction -> {
                answered = "begun";
                while (true) {
                    Function<Transaction, String> operation = next.get();
                    told = null;
                    try {
                        answered = operation.apply(transaction);
                    } catch (Commit commit) {
                        return;
                    }
                }
            });
            answered = "committed";
        } catch (Rollback rollback) {
            answered = "rolled back";
        } catch (DatabaseFailure failure) {
            answered = "failed" + (failure.causedByData() ? " by its data" : "");
        } catch (IllegalStateException defect) {
            answered = "refused";
        }
    }

    @Nullable
    Function<Transaction, String> next() {
        return told;
    }

    private static final class Commit extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Rollback extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
