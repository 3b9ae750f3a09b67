package com.allinone.endtoend.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allinone.endtoend.Story;
import com.allinone.endtoend.people.Operator;
import com.allinone.endtoend.people.Order;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.shop.Shop;
import com.allinone.endtoend.shop.Tree;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever is on call follows one order through everything. */
@Story
class TracingStory {

    /** Spans leave the services in batches, a few seconds after they ended. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Shop shop;

    TracingStory(Shop shop) {
        this.shop = shop;
    }

    @Test
    void anOrderIsOneTreeOfSpansOfEveryServiceThatWorkedOnIt() {
        Order order = ordered();

        await("the trace " + order.traceId())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> Tree.of(shop.traces(), order.traceId()).isWhole());
    }

    /** Order tells the others by message and is answered by message; nobody else speaks to anybody. */
    @Test
    void theServicesDependOnEachOtherAsTheyWereDesignedTo() {
        String[] designed = {
            "ingress -> order", "order -> inventory", "inventory -> order", "order -> payment", "payment -> order"
        };
        Order order = ordered();

        await("the graph of services")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    assertThat(Tree.of(shop.traces(), order.traceId()).dependencies())
                            .containsExactlyInAnyOrder(designed);
                    shop.traces()
                            .graph()
                            .ifPresent(drawn -> assertThat(drawn)
                                    .contains(designed)
                                    .doesNotContain(
                                            "inventory -> payment", "payment -> inventory", "order -> catalog"));
                });
    }

    private Order ordered() {
        Order order = Shopper.signsUp(shop).orders(Operator.signsIn(shop).stocks(1), 1);
        order.awaits("DELIVERY_READY");
        return order;
    }
}
