package com.allinone.order.storage;

import com.allinone.messaging.sql.Sql;
import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.CancelReason;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderLine;
import com.allinone.order.domain.PlacedOrder;
import com.allinone.order.port.Orders.Begun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of orders that are read, made of their histories: heads and lines, one statement each. */
final class OrderRows {

    /** Where orders are read. */
    static final OrderRows LIVE = new OrderRows("");

    private final String head;
    private final String lines;

    private OrderRows(String prefix) {
        this.head = """
            insert into %sorders (order_id, user_id, version, status, reason, waits_for, amount, currency, placed_at,
                                  deadline_at, changed_at, traceparent)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""".formatted(prefix);
        this.lines = """
            insert into %sorder_line (order_id, line, sku, quantity, unit_amount, name_ko, name_en, picture)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)""".formatted(prefix);
    }

    /** Rows of the same kind in tables with this prefix, a word of this package. */
    static OrderRows in(String prefix) {
        return new OrderRows(prefix);
    }

    void insert(Transaction transaction, List<Begun> begun) {
        Sql statement = transaction.sql(head);
        column(statement, "uuid", begun, each -> each.order().order().id().value());
        column(statement, "uuid", begun, each -> each.order().order().userId());
        column(statement, "int4", begun, each -> each.order().version());
        column(statement, "text", begun, each -> each.order().status().name());
        column(statement, "text", begun, each -> reason(each.order()));
        column(
                statement,
                "text",
                begun,
                each -> each.order().status().waitsFor().orElse(null));
        column(statement, "int8", begun, each -> each.order().order().total().amount());
        column(statement, "text", begun, each -> each.order().order().total().currency());
        column(statement, "timestamptz", begun, each -> each.order().order().placedAt());
        column(statement, "timestamptz", begun, each -> each.order().deadline().orElse(null));
        column(statement, "timestamptz", begun, each -> each.order().changedAt());
        column(statement, "text", begun, Begun::traceparent);
        statement.update();
        insertLines(
                transaction, begun.stream().map(each -> each.order().order()).toList());
    }

    void insertLines(Transaction transaction, List<PlacedOrder> orders) {
        List<Numbered> all = new ArrayList<>();
        for (PlacedOrder order : orders) {
            int number = 0;
            for (OrderLine line : order.lines()) {
                all.add(new Numbered(order, ++number, line));
            }
        }
        Sql statement = transaction.sql(lines);
        column(statement, "uuid", all, each -> each.order().id().value());
        column(statement, "int4", all, Numbered::number);
        column(statement, "text", all, each -> each.line().sku());
        column(statement, "int4", all, each -> each.line().quantity());
        column(statement, "int8", all, each -> each.line().unitPrice().amount());
        column(statement, "text", all, each -> each.line().name().ko());
        column(statement, "text", all, each -> each.line().name().en());
        column(statement, "text", all, each -> each.line().picture());
        statement.update();
    }

    private static <T> void column(Sql statement, String type, List<T> rows, Function<T, @Nullable Object> value) {
        statement.bindArray(type, rows.stream().map(value).toList());
    }

    private record Numbered(PlacedOrder order, int number, OrderLine line) {}

    static @Nullable String reason(OrderHistory order) {
        return order.reason().map(CancelReason::name).orElse(null);
    }
}
