package com.allinone.order.storage;

import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.Books;
import com.allinone.order.domain.Money;
import com.allinone.order.domain.OrderId;
import com.allinone.order.domain.OrderRange;
import com.allinone.order.domain.OrderStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Our own books of a range of orders, as they are compared. */
final class BookRows {

    private static final String READ = """
            with chosen as (
              select order_id, status, amount, currency from orders
               where order_id >= ? and order_id < ? order by order_id limit ?)
            select chosen.*, line.sku, line.quantity,
                   (select max(occurred_at) from order_event where order_event.order_id = chosen.order_id) as moved_at
              from chosen join order_line line on line.order_id = chosen.order_id
             order by chosen.order_id, line.sku""";

    private BookRows() {}

    static List<Books.OfOrder> read(Transaction transaction, OrderRange range, int most) {
        Map<OrderId, Books.OfOrder> books = new LinkedHashMap<>();
        transaction.sql(READ).bind(range.from()).bind(range.until()).bind(most).list(row -> {
            OrderId id = new OrderId(row.uuid("order_id"));
            Books.OfOrder order = books.get(id);
            if (order == null) {
                order = new Books.OfOrder(
                        id,
                        OrderStatus.valueOf(row.text("status")),
                        new Money(row.number("amount"), row.text("currency")),
                        new TreeMap<>(),
                        row.instant("moved_at"));
                books.put(id, order);
            }
            return order.lines().merge(row.text("sku"), row.number("quantity"), Math::addExact) != null;
        });
        return List.copyOf(books.values());
    }
}
