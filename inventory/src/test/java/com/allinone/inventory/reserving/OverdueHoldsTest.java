package com.allinone.inventory.reserving;

import static com.allinone.inventory.Operator.newSku;
import static com.allinone.inventory.OrderService.newOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allinone.inventory.Operator;
import com.allinone.inventory.Operator.Counts;
import com.allinone.inventory.OrderService;
import com.allinone.inventory.OrderService.Wanted;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.testing.KafkaResource;
import com.allinone.messaging.testing.PostgresResource;
import com.allinone.messaging.testing.TokenResource;
import com.allinone.messaging.testing.Topic.Seen;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class OverdueHoldsTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00.5Z");

    private final Operator operator = new Operator();
    private final String sku = newSku();
    private final UUID order = newOrder();

    @Inject
    OverdueHolds overdueHolds;

    @Inject
    Transactions transactions;

    private OrderService orders;

    @BeforeEach
    void reserveUntilLongAgo() {
        orders = new OrderService();
        operator.receives(5, sku);
        orders.reserve(UuidCreator.getTimeOrderedEpoch(), order, LONG_AGO, new Wanted(sku, 2));
        orders.hears(order, "stock.reserved.v1");
    }

    @AfterEach
    void stopListening() {
        orders.close();
    }

    @Test
    void anOverdueHoldIsCalledOutAndKept() {
        assertThat(orders.hears(order, "stock.overdue.v1").body().toString())
                .isEqualTo("{\"orderId\":\"%s\",\"expiredAt\":\"%s\"}".formatted(order, LONG_AGO));

        assertThat(operator.counts(sku)).isEqualTo(new Counts(3, 2, 0, 0));
    }

    @Test
    void itIsCalledOutOnceAnIntervalByAllReplicasTogether() {
        orders.hears(order, "stock.overdue.v1");
        makeDueAgain();

        Stream.generate(() -> CompletableFuture.runAsync(overdueHolds::callOut, Thread::startVirtualThread))
                .limit(8)
                .toList()
                .forEach(CompletableFuture::join);
        orders.release(order);
        orders.hears(order, "stock.released.v1");

        assertThat(orders.heard(order))
                .extracting(Seen::type)
                .containsExactly("stock.reserved.v1", "stock.overdue.v1", "stock.overdue.v1", "stock.released.v1");
    }

    @Test
    void whatIsConfirmedNeverExpires() {
        orders.hears(order, "stock.overdue.v1");
        orders.commit(order);
        await().atMost(Duration.ofSeconds(20)).until(() -> operator.counts(sku).equals(new Counts(3, 0, 2, 0)));
        makeDueAgain();

        overdueHolds.callOut();
        orders.release(order);
        orders.hears(order, "stock.released.v1");

        assertThat(orders.heard(order))
                .extracting(Seen::type)
                .containsExactly("stock.reserved.v1", "stock.overdue.v1", "stock.released.v1");
    }

    private void makeDueAgain() {
        int due = transactions.call(transaction -> transaction
                .sql("update reservation set overdue_at = ? where order_id = ?")
                .bind(LONG_AGO)
                .bind(order)
                .update());
        assertThat(due).isEqualTo(1);
    }
}
