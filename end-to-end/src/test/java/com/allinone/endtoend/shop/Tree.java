package com.allinone.endtoend.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.endtoend.shop.TraceStore.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A trace as it is found, and what has to be true of an order's. */
public record Tree(List<Span> spans) {

    /** From the request to the step that says delivery.ready, across outboxes and Kafka. */
    private static final String[] STEPS = {
        "process stock.reserve.v1",
        "process stock.reserved.v1",
        "process payment.charge.v1",
        "process payment.completed.v1",
        "process stock.commit.v1",
        "send delivery.ready.v1"
    };

    public static Tree of(TraceStore traces, String traceId) {
        return new Tree(traces.trace(traceId));
    }

    /** One root, no span whose parent is missing, every service that works on an order, every step of it. */
    public void isWhole() {
        assertThat(services()).contains("ingress", "order", "inventory", "payment");
        assertThat(roots()).as("roots of %s", spans).hasSize(1);
        assertThat(orphans()).as("spans whose parent is missing").isEmpty();
        assertThat(spans).extracting(Span::name).contains(STEPS);
    }

    /** Whose work led to whose, as in {@code order -> inventory}. */
    public Set<String> dependencies() {
        Map<String, String> owners = spans.stream().collect(Collectors.toMap(Span::id, Span::service, (one, _) -> one));
        return spans.stream()
                .filter(span -> span.parent() != null)
                .map(span -> owners.getOrDefault(span.parent(), span.service()) + " -> " + span.service())
                .filter(link -> !link.matches("(.*) -> \\1"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> services() {
        return spans.stream().map(Span::service).collect(Collectors.toUnmodifiableSet());
    }

    private List<Span> roots() {
        return spans.stream().filter(span -> span.parent() == null).toList();
    }

    private List<Span> orphans() {
        Set<String> ids = spans.stream().map(Span::id).collect(Collectors.toUnmodifiableSet());
        return spans.stream()
                .filter(span -> span.parent() != null && !ids.contains(span.parent()))
                .toList();
    }
}
