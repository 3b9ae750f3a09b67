package com.allinone.inventory.reserving;

import static com.allinone.inventory.Operator.newSku;
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
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class FlashSaleTest {

    private final Operator operator = new Operator();
    private final String sku = newSku();

    @Inject
    Transactions transactions;

    private OrderService orders;

    @BeforeEach
    void listen() {
        orders = new OrderService();
    }

    @AfterEach
    void stopListening() {
        orders.close();
    }

    @Test
    void exactlyAsManyOrdersAsThereAreUnitsAreReserved() {
        operator.receives(40, sku);

        List<UUID> buyers = buyers(200);

        assertThat(winners(buyers)).hasSize(40);
        assertThat(operator.counts(sku)).isEqualTo(new Counts(0, 40, 0, 0));
    }

    @Test
    void ofAThousandBuyersOfOneUnitOneWinsAndGivesItBack() {
        operator.receives(1, sku);

        List<UUID> winners = winners(buyers(1000));
        assertThat(winners).hasSize(1);

        orders.release(winners.getFirst());
        orders.hears(winners.getFirst(), "stock.released.v1");
        assertThat(operator.counts(sku)).isEqualTo(new Counts(1, 0, 0, 0));

        UUID next = OrderService.newOrder();
        orders.reserve(next, new Wanted(sku, 1));
        orders.hears(next, "stock.reserved.v1");
    }

    @Test
    void deliveriesAndOrdersOfTheSameGoodsDoNotBlockEachOther() {
        List<String> skus = IntStream.range(0, 8).mapToObj(each -> newSku()).toList();
        operator.receives(50, skus.toArray(String[]::new));

        List<CompletableFuture<Void>> deliveries = IntStream.range(0, 20)
                .mapToObj(each -> CompletableFuture.runAsync(
                        () -> operator.receives(5, shuffled(skus)), Thread::startVirtualThread))
                .toList();
        List<UUID> buyers = Stream.generate(OrderService::newOrder).limit(100).toList();
        buyers.forEach(order -> orders.reserve(
                order,
                Stream.of(shuffled(skus)).map(each -> new Wanted(each, 1)).toArray(Wanted[]::new)));

        deliveries.forEach(CompletableFuture::join);
        long won = winners(buyers).size();
        assertThat(won).isBetween(50L, 100L);
        assertThat(skus)
                .allSatisfy(each -> assertThat(operator.counts(each)).isEqualTo(new Counts(150 - won, won, 0, 0)));
    }

    private List<UUID> buyers(int count) {
        List<UUID> buyers = Stream.generate(OrderService::newOrder).limit(count).toList();
        buyers.forEach(order -> orders.reserve(order, new Wanted(sku, 1)));
        return buyers;
    }

    /** Waits until every buyer was answered; those who got the goods. */
    private List<UUID> winners(List<UUID> buyers) {
        await("the decision of " + buyers.size() + " orders")
                .atMost(Duration.ofSeconds(60))
                .until(() -> decided(buyers, "HELD", "REJECTED").size() == buyers.size());
        List<UUID> winners = decided(buyers, "HELD");
        winners.forEach(order -> orders.hears(order, "stock.reserved.v1"));
        return winners;
    }

    private List<UUID> decided(List<UUID> buyers, String... stages) {
        return transactions.call(transaction -> transaction
                .sql("select order_id from reservation where order_id = any(?) and stage = any(?)")
                .bindArray("uuid", buyers)
                .bindArray("text", List.of(stages))
                .list(row -> row.uuid("order_id")));
    }

    private static String[] shuffled(List<String> skus) {
        List<String> shuffled = new ArrayList<>(skus);
        Collections.shuffle(shuffled);
        return shuffled.toArray(String[]::new);
    }
}
