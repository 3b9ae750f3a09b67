package com.allinone.payment.storage;

import com.allinone.messaging.sql.Row;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.payment.domain.OrderId;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentRecords;
import com.allinone.payment.domain.Settlements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** One row of {@code payment} with its ledger and what operators decided about it. */
@ApplicationScoped
public class JdbcPaymentRecords implements PaymentRecords {

    private static final String PAYMENT = "select * from payment where order_id = ?";
    private static final String LEDGER =
            "select * from ledger_entry where payment_id = ? order by booked_at, kind, account";

    private final Transactions transactions;
    private final Settlements<Transaction> settlements;

    public JdbcPaymentRecords(Transactions transactions, Settlements<Transaction> settlements) {
        this.transactions = transactions;
        this.settlements = settlements;
    }

    @Override
    public Optional<Recorded> of(OrderId order) {
        return transactions.call(
                transaction -> transaction.sql(PAYMENT).bind(order.value()).first(row -> recorded(transaction, row)));
    }

    private Recorded recorded(Transaction transaction, Row row) {
        Payment payment = PaymentRow.read(row);
        return new Recorded(
                payment,
                Optional.ofNullable(row.textOrNull("intent_id")),
                row.instant("requested_at"),
                row.instant("changed_at"),
                Optional.ofNullable(row.instantOrNull("due_at")),
                row.integer("failures"),
                Optional.ofNullable(row.textOrNull("traceparent")),
                TrailText.read(row.text("trail")),
                ledger(transaction, payment),
                settlements.of(transaction, payment.id()));
    }

    private static List<Booked> ledger(Transaction transaction, Payment payment) {
        return transaction
                .sql(LEDGER)
                .bind(payment.id().value())
                .list(row -> new Booked(LedgerRows.read(row), row.instant("booked_at")));
    }
}
