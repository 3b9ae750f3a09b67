package com.allinone.order.operating;

import com.allinone.messaging.OutgoingMessage;
import com.allinone.messaging.tracing.MessageTraces;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.Wait;
import com.allinone.order.port.StuckOrders.Stuck;
import com.allinone.order.publishing.OrderMessages;
import com.allinone.order.view.OrderView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stuck order as operators and auditors see it.
 *
 * @param since when it came into this status
 * @param waitsFor who has to do what, in a sentence
 * @param awaits the events that would take it on, as the timeline calls them
 * @param retrySends the messages that were, and by "retry now" are, sent again
 * @param nudges how often that happened by itself since it came into this status
 * @param parked whether an answer to it is parked: then nothing goes on before that is redriven or discarded
 */
@RegisterForReflection
public record StuckView(
        UUID id,
        String status,
        @Nullable String reason,
        Instant since,
        String waitsFor,
        List<String> awaits,
        List<String> retrySends,
        int nudges,
        @Nullable Instant nextNudgeAt,
        boolean parked,
        @Nullable String traceId) {

    static StuckView of(Stuck stuck) {
        OrderHistory order = stuck.order();
        return new StuckView(
                stuck.id().value(),
                stuck.status(),
                order == null ? null : order.reason().map(Enum::name).orElse(null),
                stuck.since(),
                order == null
                        ? String.valueOf(stuck.unreadable())
                        : Wait.of(order.state()).sentence(),
                order == null
                        ? List.of()
                        : Wait.events(order.state()).stream()
                                .map(OrderView.Entry::name)
                                .toList(),
                order == null
                        ? List.of()
                        : OrderMessages.again(order).stream()
                                .map(OutgoingMessage::type)
                                .toList(),
                stuck.nudges(),
                stuck.nextNudgeAt(),
                stuck.parked(),
                MessageTraces.traceId(stuck.traceparent()));
    }
}
