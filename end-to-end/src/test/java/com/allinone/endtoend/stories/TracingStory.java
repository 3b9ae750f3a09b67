package com.allinone.endtoend.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allinone.endtoend.Story;
import com.allinone.endtoend.people.Operator;
import com.allinone.endtoend.people.Order;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.shop.Shop;
import com.allinone.endtoend.shop.TraceStore.Span;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever is on call follows one order through everything. */
@Story
class TracingStory {

    /** Spans leave the services in batches, a few seconds after they ended. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** From the request to the step that says delivery.ready, across outboxes and Kafka. */
    private static final String[] STEPS = {
        "process stock.reserve.v1",
        "process stock.reserved.v1",
        "process payment.charge.v1",
        "process payment.completed.v1",
        "process stock.commit.v1",
        "send delivery.ready.v1"
    };

    private final Shop shop;

    TracingStory(Shop shop) {
        this.shop = shop;
    }

    @Test
    void anOrderIsOneTreeOfSpansOfEveryServiceThatWorkedOnIt() {
        Shopper shopper = Shopper.signsUp(shop);
        Order order = shopper.orders(Operator.signsIn(shop).stocks(1), 1);
        order.awaits("DELIVERY_READY");

        await("the trace " + order.traceId())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    List<Span> spans = shop.traces().trace(order.traceId());
                    assertThat(services(spans)).contains("ingress", "order", "inventory", "payment");
                    assertThat(roots(spans)).as("roots of %s", spans).hasSize(1);
                    assertThat(orphans(spans))
                            .as("spans whose parent is missing")
                            .isEmpty();
                    assertThat(spans).extracting(Span::name).contains(STEPS);
                });
    }

    private static Set<String> services(List<Span> spans) {
        return spans.stream().map(Span::service).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Span> roots(List<Span> spans) {
        return spans.stream().filter(span -> span.parent() == null).toList();
    }

    private static List<Span> orphans(List<Span> spans) {
        Set<String> ids = spans.stream().map(Span::id).collect(Collectors.toUnmodifiableSet());
        return spans.stream()
                .filter(span -> span.parent() != null && !ids.contains(span.parent()))
                .toList();
    }
}
