package com.allinone.order.storage;

import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.Money;
import com.allinone.order.port.Carts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Carts in {@code cart_line}. */
@ApplicationScoped
public class JdbcCarts implements Carts {

    private static final String LINES = """
            select sku, quantity, seen_amount, seen_currency from cart_line
             where user_id = ? order by added_at, sku""";
    private static final String PUT = """
            insert into cart_line (user_id, sku, quantity, seen_amount, seen_currency, added_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (user_id, sku) do update
               set quantity = excluded.quantity, seen_amount = excluded.seen_amount,
                   seen_currency = excluded.seen_currency""";

    @Override
    public List<Line> lines(Transaction transaction, UUID user) {
        return transaction
                .sql(LINES)
                .bind(user)
                .list(row -> new Line(
                        row.text("sku"),
                        row.integer("quantity"),
                        new Money(row.number("seen_amount"), row.text("seen_currency"))));
    }

    @Override
    public void put(Transaction transaction, UUID user, Line line, Instant at) {
        transaction
                .sql(PUT)
                .bind(user)
                .bind(line.sku())
                .bind(line.quantity())
                .bind(line.seenPrice().amount())
                .bind(line.seenPrice().currency())
                .bind(at)
                .update();
    }

    @Override
    public void remove(Transaction transaction, UUID user, String sku) {
        transaction
                .sql("delete from cart_line where user_id = ? and sku = ?")
                .bind(user)
                .bind(sku)
                .update();
    }

    @Override
    public void empty(Transaction transaction, UUID user) {
        transaction.sql("delete from cart_line where user_id = ?").bind(user).update();
    }
}
