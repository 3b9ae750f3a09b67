package com.allinone.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.testing.Contracts;
import com.allinone.messaging.testing.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Words for what order asks of payment, and for what is heard of it. */
@ApplicationScoped
public class Shop {

    static final long AMOUNT = 12_900;

    private final Transactions transactions;

    public Shop(Transactions transactions) {
        this.transactions = transactions;
    }

    /** An order that is going to be paid. */
    record Order(UUID id, UUID shopper) {
        static Order any() {
            return new Order(UUID.randomUUID(), UUID.randomUUID());
        }

        String charge(String card, Instant notAfter) {
            return """
                    {"orderId":"%s","userId":"%s","amount":%d,"currency":"KRW","paymentMethod":"%s","notAfter":"%s"}""".formatted(id, shopper, AMOUNT, card, notAfter);
        }

        String key() {
            return id.toString();
        }
    }

    void charge(Topic commands, Order order, String card) {
        charge(commands, order, card, Instant.now().plus(Duration.ofMinutes(5)));
    }

    void charge(Topic commands, Order order, String card, Instant notAfter) {
        commands.send("/order", order.key(), "payment.charge.v1", order.charge(card, notAfter));
    }

    void cancel(Topic commands, Order order) {
        commands.send("/order", order.key(), "payment.cancel.v1", "{\"orderId\":\"" + order.id() + "\"}");
    }

    void refund(Topic commands, Order order) {
        commands.send(
                "/order",
                order.key(),
                "payment.refund.v1",
                "{\"orderId\":\"" + order.id() + "\",\"reason\":\"CANCELLED_BY_SHOPPER\"}");
    }

    String state(Order order) {
        return transactions.call(transaction -> transaction
                .sql("select state from payment where order_id = ?")
                .bind(order.id())
                .first(row -> row.text("state"))
                .orElse("-"));
    }

    boolean isParked(Order order) {
        return transactions
                .call(transaction -> transaction
                        .sql("select key from parked_key where key = ?")
                        .bind(order.key())
                        .first(row -> row.text("key")))
                .isPresent();
    }

    void awaitState(Order order, String state) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> state(order), state::equals);
    }

    static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(condition);
    }

    /** The types of all that was published about the order. */
    List<String> published(Topic events, Order order) {
        return events.of(order.key()).stream().map(Topic.Seen::type).toList();
    }

    long booked(Order order, String account) {
        return transactions.call(transaction -> transaction
                .sql("""
                        select coalesce(sum(ledger_entry.amount), 0)::bigint as booked
                        from ledger_entry join payment using (payment_id) where order_id = ? and account = ?""")
                .bind(order.id())
                .bind(account)
                .first(row -> row.number("booked"))
                .orElseThrow());
    }

    void assertLedgerBalances() {
        long sum = transactions.call(transaction -> transaction
                .sql("select coalesce(sum(amount), 0)::bigint as sum from ledger_entry")
                .first(row -> row.number("sum"))
                .orElseThrow());
        assertThat(sum).isZero();
    }

    static void assertMeetsContract(Topic.Seen message) {
        assertThat(Contracts.violationsOfJson(
                        "payment", message.type(), message.body().toString()))
                .isEmpty();
    }
}
