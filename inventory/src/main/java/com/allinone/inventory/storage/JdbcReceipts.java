package com.allinone.inventory.storage;

import com.allinone.inventory.domain.Line;
import com.allinone.inventory.domain.Receipt;
import com.allinone.inventory.domain.Receipts;
import com.allinone.inventory.domain.Sku;
import com.allinone.inventory.domain.Warehouse;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Receipts as rows of {@code receipt} and {@code receipt_line}. */
@ApplicationScoped
class JdbcReceipts implements Receipts<Transaction> {

    private static final String ADD =
            "insert into receipt (id, warehouse, received_at, received_by) values (?, ?, ?, ?)";
    private static final String ADD_LINES =
            "insert into receipt_line (receipt_id, sku, quantity) select ?, * from unnest(?, ?)";
    private static final String FIND = "select warehouse, received_at, received_by from receipt where id = ?";
    private static final String FIND_LINES = "select sku, quantity from receipt_line where receipt_id = ? order by sku";

    @Override
    public void add(Transaction transaction, Receipt receipt) {
        transaction
                .sql(ADD)
                .bind(receipt.id())
                .bind(receipt.warehouse().code())
                .bind(receipt.receivedAt())
                .bind(receipt.receivedBy())
                .update();
        transaction
                .sql(ADD_LINES)
                .bind(receipt.id())
                .bindArray(
                        "text",
                        receipt.lines().stream().map(line -> line.sku().value()).toList())
                .bindArray("int8", receipt.lines().stream().map(Line::quantity).toList())
                .update();
    }

    @Override
    public Optional<Receipt> find(Transaction transaction, UUID id) {
        return transaction
                .sql(FIND)
                .bind(id)
                .first(row -> new Receipt(
                        id,
                        new Warehouse(row.text("warehouse")),
                        lines(transaction, id),
                        row.instant("received_at"),
                        row.uuid("received_by")));
    }

    private static List<Line> lines(Transaction transaction, UUID id) {
        return transaction
                .sql(FIND_LINES)
                .bind(id)
                .list(row -> new Line(new Sku(row.text("sku")), row.number("quantity")));
    }
}
