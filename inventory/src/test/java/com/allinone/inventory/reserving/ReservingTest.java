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
import com.allinone.messaging.testing.Contracts;
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
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class ReservingTest {

    private final Operator operator = new Operator();
    private final String sku = newSku();
    private final UUID order = newOrder();

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
    void holdsWhatAnOrderNeeds() {
        operator.receives(5, sku);
        Instant holdUntil = Instant.parse("2036-11-21T10:15:00.123456Z");

        orders.reserve(UuidCreator.getTimeOrderedEpoch(), order, holdUntil, new Wanted(sku, 2));

        Seen reserved = orders.hears(order, "stock.reserved.v1");
        assertThat(reserved.body().toString())
                .isEqualTo(
                        "{\"orderId\":\"%s\",\"expiresAt\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"warehouse\":\"ICN1\",\"quantity\":2}]}"
                                .formatted(order, holdUntil, sku));
        assertThat(reserved.header("ce_source")).isEqualTo("/inventory");
        assertThat(operator.counts(sku)).isEqualTo(new Counts(3, 2, 0, 0));
    }

    @Test
    void holdsNothingWhenOneLineIsShort() {
        String other = newSku();
        operator.receives(1, sku, other);

        orders.reserve(order, new Wanted(sku, 1), new Wanted(other, 2));

        assertThat(orders.hears(order, "stock.rejected.v1").body().toString())
                .isEqualTo(
                        "{\"orderId\":\"%s\",\"reason\":\"OUT_OF_STOCK\",\"shortages\":[{\"sku\":\"%s\",\"requested\":2,\"available\":1}]}"
                                .formatted(order, other));
        assertThat(operator.counts(sku)).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(operator.counts(other)).isEqualTo(new Counts(1, 0, 0, 0));
    }

    @Test
    void rejectsAnUnknownSku() {
        orders.reserve(order, new Wanted(sku, 1));

        assertThat(orders.hears(order, "stock.rejected.v1").body().get("reason").asText())
                .isEqualTo("UNKNOWN_SKU");
    }

    @Test
    void releaseGivesBack() {
        operator.receives(5, sku);
        orders.reserve(order, new Wanted(sku, 5));
        orders.release(order);

        orders.hears(order, "stock.released.v1");

        assertThat(operator.counts(sku)).isEqualTo(new Counts(5, 0, 0, 0));
    }

    @Test
    void aReleaseThatOvertakesItsReservationLeavesATombstone() {
        operator.receives(5, sku);
        orders.release(order);
        orders.hears(order, "stock.released.v1");

        orders.reserve(order, new Wanted(sku, 5));

        assertThat(orders.hears(order, "stock.rejected.v1").body().toString())
                .isEqualTo("{\"orderId\":\"%s\",\"reason\":\"RELEASED\",\"shortages\":[]}".formatted(order));
        assertThat(operator.counts(sku)).isEqualTo(new Counts(5, 0, 0, 0));
    }

    @Test
    void tellsOrderAllThatIsReserved() {
        operator.receives(5, sku);
        UUID released = newOrder();
        orders.reserve(order, new Wanted(sku, 2));
        orders.commit(order);
        orders.release(released);
        orders.hears(released, "stock.released.v1");
        await().atMost(Duration.ofSeconds(20)).until(() -> operator.counts(sku).equals(new Counts(3, 0, 2, 0)));
        UUID report = UuidCreator.getTimeOrderedEpoch();

        orders.send(
                report,
                "stock.report.v1",
                "{\"reportId\":\"%s\",\"look\":3,\"roundId\":\"%s\",\"fromOrderId\":\"%s\",\"untilOrderId\":\"%s\"}"
                        .formatted(report, report, order, report));

        Seen reported = orders.hears(report, "stock.reported.v1");
        assertThat(Contracts.violationsOfJson(
                        "inventory", reported.type(), reported.body().toString()))
                .isEmpty();
        assertThat(reported.body().toString())
                .isEqualTo(
                        "{\"reportId\":\"%s\",\"look\":3,\"coveredUntil\":\"%s\",\"reservations\":[{\"orderId\":\"%s\",\"stage\":\"ALLOCATED\",\"lines\":[{\"sku\":\"%s\",\"quantity\":2}]},{\"orderId\":\"%s\",\"stage\":\"RELEASED\",\"lines\":[]}]}"
                                .formatted(report, report, order, sku, released));
    }

    @Test
    void everyReleaseIsAnswered() {
        orders.reserve(order, new Wanted(sku, 1));
        orders.release(order);
        orders.release(order);

        assertThat(orders.hears(order, "stock.released.v1", 2)).hasSize(2);
    }

    @Test
    void theSameMessageTwiceIsAnsweredOnce() {
        operator.receives(5, sku);
        UUID message = UuidCreator.getTimeOrderedEpoch();
        Instant holdUntil = Instant.now().plus(Duration.ofMinutes(15));
        orders.reserve(message, order, holdUntil, new Wanted(sku, 2));
        orders.reserve(message, order, holdUntil, new Wanted(sku, 2));
        orders.commit(order);
        orders.release(order);
        orders.hears(order, "stock.released.v1");

        assertThat(orders.heard(order))
                .extracting(Seen::type)
                .containsExactly("stock.reserved.v1", "stock.released.v1");
    }

    @Test
    void anotherReservationOfTheSameOrderGetsTheSameAnswerWithoutASecondHold() {
        operator.receives(5, sku);
        orders.reserve(order, new Wanted(sku, 2));
        orders.hears(order, "stock.reserved.v1");

        orders.reserve(order, new Wanted(sku, 2));

        List<Seen> answers = orders.hears(order, "stock.reserved.v1", 2);
        assertThat(answers.get(1).body()).isEqualTo(answers.get(0).body());
        assertThat(operator.counts(sku)).isEqualTo(new Counts(3, 2, 0, 0));
    }

    @Test
    void aRejectionIsRepeatedAsItWas() {
        operator.receives(1, sku);
        orders.reserve(order, new Wanted(sku, 2));
        orders.hears(order, "stock.rejected.v1");
        operator.receives(9, sku);

        orders.reserve(order, new Wanted(sku, 2));

        List<Seen> answers = orders.hears(order, "stock.rejected.v1", 2);
        assertThat(answers.get(1).body()).isEqualTo(answers.get(0).body());
        assertThat(operator.counts(sku)).isEqualTo(new Counts(10, 0, 0, 0));
    }

    @Test
    void commitAllocatesAndShippingSells() {
        operator.receives(5, sku);
        orders.reserve(order, new Wanted(sku, 2));
        orders.commit(order);
        await().atMost(Duration.ofSeconds(20)).until(() -> operator.counts(sku).equals(new Counts(3, 0, 2, 0)));

        orders.ship(order);
        await().atMost(Duration.ofSeconds(20)).until(() -> operator.counts(sku).equals(new Counts(3, 0, 0, 2)));
    }

    @Test
    void whatCannotBeIsParkedAndStopsNobodyElse() {
        operator.receives(5, sku);
        orders.reserve(order, new Wanted(sku, 2));
        orders.commit(order);
        orders.ship(order);
        orders.release(order);
        UUID another = newOrder();
        orders.reserve(another, new Wanted(sku, 1));

        orders.hears(another, "stock.reserved.v1");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(parked(order))
                        .containsExactly(
                                "ImpossibleCommand: Release for order " + order + " is impossible: it was shipped"));
        assertThat(operator.counts(sku)).isEqualTo(new Counts(2, 1, 0, 2));
    }

    @Test
    void aCommandThatIsNoneIsParked() {
        List<UUID> broken = Stream.of(
                        "{}",
                        "{\"orderId\":\"%s\"}",
                        "{\"orderId\":\"%s\",\"lines\":[],\"holdUntil\":\"2036-01-01T00:00:00Z\"}",
                        "{\"orderId\":\"%s\",\"lines\":[{\"sku\":\"TEA-100\",\"quantity\":0}],\"holdUntil\":\"2036-01-01T00:00:00Z\"}",
                        "{\"orderId\":\"%s\",\"lines\":[{\"sku\":\"no sku\",\"quantity\":1}],\"holdUntil\":\"2036-01-01T00:00:00Z\"}",
                        "{\"orderId\":\"%s\",\"lines\":[{\"sku\":\"TEA-100\",\"quantity\":1.5}],\"holdUntil\":\"2036-01-01T00:00:00Z\"}",
                        "{\"orderId\":\"0190a2f0-6c1e-7a52-9b1f-3d2f4c5b6a70\",\"lines\":[{\"sku\":\"TEA-100\",\"quantity\":1}],\"holdUntil\":\"2036-01-01T00:00:00Z\"}",
                        "not json")
                .map(body -> {
                    UUID each = newOrder();
                    orders.send(each, "stock.reserve.v1", body.replace("%s", each.toString()));
                    return each;
                })
                .toList();

        broken.forEach(each -> await("parking of " + each)
                .atMost(Duration.ofSeconds(20))
                .until(() -> parked(each).size() == 1));
    }

    private List<String> parked(UUID key) {
        return transactions.call(transaction -> transaction
                .sql("select error from parked_message where key = ? order by \"offset\"")
                .bind(key.toString())
                .list(row -> row.text("error")));
    }
}
