package com.allinone.endtoend.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allinone.endtoend.Story;
import com.allinone.endtoend.people.Operator;
import com.allinone.endtoend.people.Order;
import com.allinone.endtoend.people.Product;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.shop.Databases;
import com.allinone.endtoend.shop.Falsifier;
import com.allinone.endtoend.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** After the other stories: all books agree; and whatever is falsified in one of them is found. */
@Story
@org.junit.jupiter.api.Order(Integer.MAX_VALUE - 1)
class ReconciliationStory {

    private static final Duration PATIENCE = Shop.DEADLINE.plusSeconds(30);
    private static final String OPEN = """
            select order_id || ' ' || status from orders
             where status not in ('DELIVERY_READY', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'REFUND_BY_HAND')""";

    private final Shop shop;
    private final Databases databases;
    private final Operator operator;
    private final Shopper shopper;

    ReconciliationStory(Shop shop) {
        this.shop = shop;
        this.databases = shop.databases();
        this.operator = Operator.signsIn(shop);
        this.shopper = Shopper.signsUp(shop);
    }

    @Test
    void aShopThatIsRightShowsNoDifference() {
        Product product = operator.stocks(10);
        shopper.orders(product, 1).awaits("DELIVERY_READY");
        shopper.orders(product, 1, Shopper.DECLINED_CARD).awaits("CANCELLED");
        shopper.orders(product, 20).awaits("CANCELLED");
        Order refunded = shopper.orders(product, 2);
        refunded.awaits("DELIVERY_READY");
        shopper.cancels(refunded);
        refunded.awaits("CANCELLED");
        awaitRest();

        var said = shop.reconciles();

        assertThat(differences(said.json())).isEmpty();
        assertThat(said.exitCode()).isZero();
        assertThat(said.json().path("differences").asLong(-1)).isZero();
        assertThat(said.json().path("withoutProvider").asLong(-1)).isZero();
        assertThat(said.json().path("orders").asLong())
                .isEqualTo(databases.number("order", "select count(*) from orders"));
    }

    @Test
    void whateverBookIsFalsifiedIsFound() {
        Product product = operator.stocks(10);
        Order held = ready(product);
        Order booked = ready(product);
        Order priced = ready(product);
        awaitRest();
        UUID stranger = UUID.fromString("01900000-0000-7000-8000-" + held.id().substring(24));
        var falsifier = new Falsifier(databases);
        falsifier.unallocates(held.id());
        falsifier.booksTwiceTheAmount(booked.id());
        falsifier.prices(priced.id(), 1);
        falsifier.inventsAReservation(stranger);
        falsifier.inventsAPayment(stranger);

        var said = shop.reconciles();

        assertThat(differences(said.json()))
                .isEqualTo(Map.of(
                        "NOT_ALLOCATED_THOUGH_CONFIRMED " + held.id(), "RESENT",
                        "LEDGER_DIFFERS_FROM_PAYMENT " + booked.id(), "PERSON",
                        "AMOUNT_DIFFERS " + priced.id(), "PERSON",
                        "ORPHAN_RESERVATION " + stranger, "PERSON",
                        "ORPHAN_PAYMENT " + stranger, "PERSON"));
        assertThat(said.exitCode()).isEqualTo(3);

        falsifier.booksHalfTheAmount(booked.id());
        falsifier.prices(priced.id(), -1);
        falsifier.forgets(stranger);
        // What was asked for again has been done meanwhile.
        assertThat(differences(shop.reconciles().json())).isEmpty();
    }

    private Order ready(Product product) {
        Order order = shopper.orders(product, 1);
        order.awaits("DELIVERY_READY");
        return order;
    }

    private void awaitRest() {
        await("every order's end")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(databases.ask("order", OPEN)).isEmpty());
    }

    private static Map<String, String> differences(JsonNode round) {
        Map<String, String> found = new TreeMap<>();
        round.path("first")
                .forEach(each -> found.put(
                        each.path("kind").asText() + " " + each.path("subject").asText(),
                        each.path("repair").asText()));
        return found;
    }
}
