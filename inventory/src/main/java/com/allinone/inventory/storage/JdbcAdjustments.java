package com.allinone.inventory.storage;

import com.allinone.inventory.domain.Adjustment;
import com.allinone.inventory.domain.Adjustments;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Adjustments as rows of {@code adjustment}. */
@ApplicationScoped
class JdbcAdjustments implements Adjustments<Transaction> {

    private static final String ADD = """
            insert into adjustment (sku, warehouse, version, delta, reason, adjusted_at, adjusted_by)
            values (?, ?, ?, ?, ?, ?, ?)""";

    @Override
    public void add(Transaction transaction, Adjustment adjustment) {
        transaction
                .sql(ADD)
                .bind(adjustment.shelf().sku().value())
                .bind(adjustment.shelf().warehouse().code())
                .bind(adjustment.version())
                .bind(adjustment.delta())
                .bind(adjustment.reason())
                .bind(adjustment.at())
                .bind(adjustment.by())
                .update();
    }
}
