package com.allinone.order.explaining;

import com.allinone.http.operating.KeyMessages;
import com.allinone.messaging.tracing.MessageTraces;
import com.allinone.order.domain.Money;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.Wait;
import com.allinone.order.view.OrderView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What order knows of an order's way, for operators. What others know of it stands where {@code elsewhere} says:
 * order asks nobody, so that it answers whoever is dead.
 *
 * @param since when it came into its status
 * @param deadline when it is given up, while that can still happen
 * @param waitsFor who has to do what now, in a sentence
 * @param awaits the events that would take it on, as the timeline calls them
 * @param timeline every state that it has had, with its time
 */
@RegisterForReflection
public record Explanation(
        UUID id,
        String status,
        @Nullable String reason,
        Money total,
        Instant placedAt,
        @Nullable Instant deadline,
        Instant since,
        String waitsFor,
        List<String> awaits,
        @Nullable String traceId,
        List<OrderView.Entry> timeline,
        KeyMessages messages,
        Elsewhere elsewhere) {

    /** Paths below which inventory and payment explain their part of the order. */
    @RegisterForReflection
    public record Elsewhere(String inventory, String payment) {

        static Elsewhere of(UUID order) {
            return new Elsewhere(
                    "/api/v1/inventory/reservations/" + order + "/explanation",
                    "/api/v1/payment/payments/" + order + "/explanation");
        }
    }

    static Explanation of(OrderHistory history, @Nullable String traceparent, KeyMessages messages) {
        var order = history.order();
        return new Explanation(
                order.id().value(),
                history.status().name(),
                history.reason().map(Enum::name).orElse(null),
                order.total(),
                order.placedAt(),
                history.deadline().orElse(null),
                history.changedAt(),
                Wait.of(history.state()).sentence(),
                Wait.events(history.state()).stream().map(OrderView.Entry::name).toList(),
                MessageTraces.traceId(traceparent),
                history.events().stream().map(OrderView.Entry::of).toList(),
                messages,
                Elsewhere.of(order.id().value()));
    }
}
