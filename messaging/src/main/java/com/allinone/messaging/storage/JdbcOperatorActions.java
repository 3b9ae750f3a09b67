package com.allinone.messaging.storage;

import com.allinone.messaging.operating.OperatorAction;
import com.allinone.messaging.operating.OperatorActions;
import com.allinone.messaging.parking.ParkedMessage;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;

/** What people did as rows of {@code operator_action}. */
@ApplicationScoped
public class JdbcOperatorActions implements OperatorActions {

    private static final String RECORD = """
            insert into operator_action (at, author, action, consumer, key, reason, outcome, headers, body)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)""";

    @Override
    public void record(Transaction transaction, OperatorAction action) {
        ParkedMessage gone = action.discarded();
        transaction
                .sql(RECORD)
                .bind(action.at())
                .bind(action.mandate().author())
                .bind(action.kind().name())
                .bind(action.consumer())
                .bind(action.key())
                .bind(action.mandate().reason())
                .bind(action.outcome())
                .bind(gone == null ? null : gone.headers())
                .bind(gone == null ? null : gone.body())
                .update();
    }
}
