package com.allinone.payment.storage;

import com.allinone.messaging.sql.Transactions;
import com.allinone.payment.domain.Books;
import com.allinone.payment.domain.LedgerEntry;
import com.allinone.payment.domain.OrderId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads payments and the ledger without locking them. */
@ApplicationScoped
public class JdbcBooks implements Books {

    private static final String PAYMENT = "select * from payment where order_id = ?";
    private static final String ENTRIES =
            "select * from ledger_entry where payment_id = ? order by booked_at, kind, account";
    private static final String BALANCES = """
            select account, currency, sum(amount)::bigint as amount from ledger_entry
            group by account, currency order by account, currency""";

    private final Transactions transactions;

    public JdbcBooks(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Page> page(OrderId order) {
        return transactions.call(transaction -> transaction
                .sql(PAYMENT)
                .bind(order.value())
                .first(PaymentRow::read)
                .map(payment -> new Page(
                        payment,
                        transaction.sql(ENTRIES).bind(payment.id().value()).list(LedgerRows::read))));
    }

    @Override
    public List<Balance> balances() {
        return transactions.call(transaction -> transaction
                .sql(BALANCES)
                .list(row -> new Balance(
                        LedgerEntry.Account.valueOf(row.text("account")), row.text("currency"), row.number("amount"))));
    }
}
