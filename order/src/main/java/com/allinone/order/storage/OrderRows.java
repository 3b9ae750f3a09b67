package com.allinone.order.storage;

import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.Money;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderLine;
import com.allinone.order.domain.PlacedOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of a new order that are read: its head and its lines. */
@ApplicationScoped
public class OrderRows {

    private static final String HEAD = """
            insert into orders (order_id, user_id, version, status, waits_for, amount, currency, placed_at,
                                deadline_at, traceparent)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String LINES = """
            insert into order_line (order_id, line, sku, quantity, unit_amount, name_ko, name_en, picture)
            select ?, * from unnest(?, ?, ?, ?, ?, ?, ?)""";

    void insert(Transaction transaction, OrderHistory history, @Nullable String traceparent) {
        PlacedOrder order = history.order();
        Money total = order.total();
        transaction
                .sql(HEAD)
                .bind(order.id().value())
                .bind(order.userId())
                .bind(history.version())
                .bind(history.status().name())
                .bind(history.status().waitsFor().orElse(null))
                .bind(total.amount())
                .bind(total.currency())
                .bind(order.placedAt())
                .bind(history.deadline().orElse(null))
                .bind(traceparent)
                .update();
        List<OrderLine> lines = order.lines();
        transaction
                .sql(LINES)
                .bind(order.id().value())
                .bindArray(
                        "int4", IntStream.rangeClosed(1, lines.size()).boxed().toList())
                .bindArray("text", lines.stream().map(OrderLine::sku).toList())
                .bindArray("int4", lines.stream().map(OrderLine::quantity).toList())
                .bindArray(
                        "int8",
                        lines.stream().map(line -> line.unitPrice().amount()).toList())
                .bindArray("text", lines.stream().map(line -> line.name().ko()).toList())
                .bindArray("text", lines.stream().map(line -> line.name().en()).toList())
                .bindArray("text", lines.stream().map(OrderLine::picture).toList())
                .update();
    }
}
