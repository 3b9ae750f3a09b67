package com.allinone.order.storage;

import com.allinone.messaging.sql.Row;
import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.CancelReason;
import com.allinone.order.domain.Money;
import com.allinone.order.domain.OrderId;
import com.allinone.order.domain.OrderStatus;
import com.allinone.order.port.OrderPages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists from {@code orders}; its ids are in the order of placing, so the id alone is the keyset. */
@ApplicationScoped
public class JdbcOrderPages implements OrderPages {

    private static final UUID BEYOND = new UUID(-1L, -1L);
    private static final String OF_USER = """
            select order_id, status, reason, placed_at, amount, currency from orders
             where user_id = ? and order_id < ? order by order_id desc limit ?""";

    private static final String EXISTS = "select 1 from orders where order_id = ?";

    @Override
    public List<Summary> ofUser(Transaction transaction, UUID user, Optional<OrderId> after, int limit) {
        return transaction
                .sql(OF_USER)
                .bind(user)
                .bind(after.map(OrderId::value).orElse(BEYOND))
                .bind(limit)
                .list(JdbcOrderPages::summary);
    }

    @Override
    public boolean exists(Transaction transaction, OrderId id) {
        return transaction.sql(EXISTS).bind(id.value()).first(row -> true).isPresent();
    }

    private static Summary summary(Row row) {
        String reason = row.textOrNull("reason");
        return new Summary(
                row.uuid("order_id"),
                OrderStatus.valueOf(row.text("status")),
                reason == null ? null : CancelReason.valueOf(reason),
                row.instant("placed_at"),
                new Money(row.number("amount"), row.text("currency")));
    }
}
