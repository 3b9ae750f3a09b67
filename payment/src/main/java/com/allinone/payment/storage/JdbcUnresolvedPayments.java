package com.allinone.payment.storage;

import com.allinone.messaging.sql.Transactions;
import com.allinone.payment.domain.UnresolvedPayments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Counts by the indexes of what is due and of what has failed. */
@ApplicationScoped
public class JdbcUnresolvedPayments implements UnresolvedPayments {

    private static final String COUNT = """
            select state, count(*) as payments, min(requested_at) as oldest from payment
             where due_at is not null or state = 'REFUND_FAILED' group by state""";

    private final Transactions transactions;

    public JdbcUnresolvedPayments(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Count> count() {
        return transactions.call(transaction -> transaction
                .sql(COUNT)
                .list(row -> new Count(row.text("state"), row.number("payments"), row.instant("oldest"))));
    }
}
