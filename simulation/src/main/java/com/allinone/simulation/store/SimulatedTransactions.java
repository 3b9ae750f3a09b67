package com.allinone.simulation.store;

import com.allinone.messaging.sql.CommitSteps;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.simulation.world.Life;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Transactions of one life of a process, with the steps that belong to every commit. */
public final class SimulatedTransactions implements Transactions {

    private final Database database;
    private final Life life;
    private final CommitSteps steps;

    public SimulatedTransactions(Database database, Life life, CommitSteps steps) {
        this.database = database;
        this.life = life;
        this.steps = steps;
    }

    @Override
    public <T extends @Nullable Object> T call(Function<Transaction, T> work) {
        OpenTransaction transaction = database.begin(life);
        T result;
        try {
            result = work.apply(transaction);
            steps.beforeCommit(transaction);
            transaction.commit();
        } catch (RuntimeException | Error e) {
            transaction.rollback();
            throw e;
        }
        steps.afterCommit(transaction);
        transaction.afterwards().forEach(Runnable::run);
        return result;
    }
}
