package com.allinone.payment.storage;

import com.allinone.messaging.sql.Transaction;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.Settlement;
import com.allinone.payment.domain.Settlements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Decisions in {@code refund_settlement}, which refuses to be changed. */
@ApplicationScoped
public class JdbcSettlements implements Settlements<Transaction> {

    private static final String RECORD = """
            insert into refund_settlement (settlement_id, payment_id, action, operator, note, settled_at)
            values (?, ?, ?, ?, ?, ?)""";
    private static final String OF =
            "select * from refund_settlement where payment_id = ? order by settlement_id limit 100";

    @Override
    public void record(Transaction transaction, Settlement settlement) {
        transaction
                .sql(RECORD)
                .bind(settlement.id())
                .bind(settlement.payment().value())
                .bind(settlement.action().name())
                .bind(settlement.operator())
                .bind(settlement.note())
                .bind(settlement.at())
                .update();
    }

    @Override
    public List<Settlement> of(Transaction transaction, PaymentId payment) {
        return transaction
                .sql(OF)
                .bind(payment.value())
                .list(row -> new Settlement(
                        row.uuid("settlement_id"),
                        new PaymentId(row.uuid("payment_id")),
                        Settlement.Action.valueOf(row.text("action")),
                        row.uuid("operator"),
                        row.text("note"),
                        row.instant("settled_at")));
    }
}
