package com.allinone.messaging.storage;

import com.allinone.messaging.operating.ActionPages;
import com.allinone.messaging.operating.OperatorAction;
import com.allinone.messaging.operating.OperatorActions;
import com.allinone.messaging.parking.ParkedMessage;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What people did as rows of {@code operator_action}. */
@ApplicationScoped
public class JdbcOperatorActions implements OperatorActions, ActionPages {

    private static final String RECORD = """
            insert into operator_action (at, author, action, consumer, key, reason, outcome, headers, body)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)""";

    private static final String NEWEST = """
            select number, at, author, action, consumer, key, reason, outcome from operator_action
             where number < ? order by number desc limit ?""";

    @Override
    public List<Recorded> newest(Transaction transaction, long before, int limit) {
        return transaction
                .sql(NEWEST)
                .bind(before)
                .bind(limit)
                .list(row -> new Recorded(
                        row.number("number"),
                        row.instant("at"),
                        row.text("author"),
                        row.text("action"),
                        row.textOrNull("consumer"),
                        row.textOrNull("key"),
                        row.text("reason"),
                        row.text("outcome")));
    }

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
