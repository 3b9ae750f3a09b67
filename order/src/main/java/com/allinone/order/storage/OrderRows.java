package com.allinone.order.storage;

import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.CancelReason;
import com.allinone.order.domain.Money;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderLine;
import com.allinone.order.domain.PlacedOrder;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of an order that are read, made of its history: its head and its lines. */
final class OrderRows {

    /** Where orders are read. */
    static final OrderRows LIVE = new OrderRows("");

    private final String head;
    private final String lines;

    private OrderRows(String prefix) {
        this.head = """
            insert into %sorders (order_id, user_id, version, status, reason, waits_for, amount, currency, placed_at,
                                  deadline_at, changed_at, traceparent)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""".formatted(prefix);
        this.lines = """
            insert into %sorder_line (order_id, line, sku, quantity, unit_amount, name_ko, name_en, picture)
            select ?, * from unnest(?, ?, ?, ?, ?, ?, ?)""".formatted(prefix);
    }

    /** Rows of the same kind in tables with this prefix, a word of this package. */
    static OrderRows in(String prefix) {
        return new OrderRows(prefix);
    }

    void insert(Transaction transaction, OrderHistory history, @Nullable String traceparent) {
        PlacedOrder order = history.order();
        Money total = order.total();
        transaction
                .sql(head)
                .bind(order.id().value())
                .bind(order.userId())
                .bind(history.version())
                .bind(history.status().name())
                .bind(reason(history))
                .bind(history.status().waitsFor().orElse(null))
                .bind(total.amount())
                .bind(total.currency())
                .bind(order.placedAt())
                .bind(history.deadline().orElse(null))
                .bind(history.changedAt())
                .bind(traceparent)
                .update();
        insertLines(transaction, order);
    }

    void insertLines(Transaction transaction, PlacedOrder order) {
        List<OrderLine> all = order.lines();
        transaction
                .sql(lines)
                .bind(order.id().value())
                .bindArray("int4", IntStream.rangeClosed(1, all.size()).boxed().toList())
                .bindArray("text", all.stream().map(OrderLine::sku).toList())
                .bindArray("int4", all.stream().map(OrderLine::quantity).toList())
                .bindArray(
                        "int8",
                        all.stream().map(line -> line.unitPrice().amount()).toList())
                .bindArray("text", all.stream().map(line -> line.name().ko()).toList())
                .bindArray("text", all.stream().map(line -> line.name().en()).toList())
                .bindArray("text", all.stream().map(OrderLine::picture).toList())
                .update();
    }

    static @Nullable String reason(OrderHistory order) {
        return order.reason().map(CancelReason::name).orElse(null);
    }
}
