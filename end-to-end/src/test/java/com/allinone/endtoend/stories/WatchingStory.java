package com.allinone.endtoend.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allinone.endtoend.Story;
import com.allinone.endtoend.people.Operator;
import com.allinone.endtoend.people.Order;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.shop.Shop;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever watches an order is told of every step, without asking. */
@Story
class WatchingStory {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Operator operator;
    private final Shopper shopper;

    WatchingStory(Shop shop) {
        this.operator = Operator.signsIn(shop);
        this.shopper = Shopper.signsUp(shop);
    }

    @Test
    void everyStatusIsPushedUntilNothingCanFollow() {
        Order order = shopper.orders(operator.stocks(1), 1);

        try (var events = shopper.watches(order)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(events.statuses())
                            .containsExactly("AWAITING_STOCK", "AWAITING_PAYMENT", "DELIVERY_READY"));
            assertThat(events.ended()).isFalse();

            shopper.cancels(order);

            await().atMost(PATIENCE).until(events::ended);
            assertThat(events.statuses()).startsWith("AWAITING_STOCK").endsWith("CANCELLED");
            assertThat(events.statuses()).isEqualTo(order.timeline());
        }
    }

    @Test
    void whoComesBackIsToldWhatTheyMissedAndNothingTwice() {
        Order order = shopper.orders(operator.stocks(1), 1);
        order.awaits("DELIVERY_READY");

        try (var events = shopper.watches(order, "Last-Event-ID", "1")) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(events.statuses()).containsExactly("AWAITING_PAYMENT", "DELIVERY_READY"));
            assertThat(events.heard().getFirst().id()).isEqualTo("2");
        }
    }
}
