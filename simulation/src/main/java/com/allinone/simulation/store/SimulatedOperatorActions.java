package com.allinone.simulation.store;

import com.allinone.messaging.operating.OperatorAction;
import com.allinone.messaging.operating.OperatorActions;
import com.allinone.messaging.sql.Transaction;
import java.util.NavigableMap;

/** The memory of what people did, as a table. */
public final class SimulatedOperatorActions implements OperatorActions {

    private final Table<Long, OperatorAction> actions = new Table<>();

    @Override
    public void record(Transaction transaction, OperatorAction action) {
        OpenTransaction open = Database.of(transaction);
        actions.put(open, open.database().next(), action);
    }

    /** Everything that was done. */
    public NavigableMap<Long, OperatorAction> everything() {
        return actions.committed();
    }
}
