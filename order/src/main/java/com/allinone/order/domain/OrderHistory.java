package com.allinone.order.domain;

import com.allinone.order.domain.FulfilmentStep.Advanced;
import com.allinone.order.domain.OrderEvent.OrderPlaced;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An order as the sequence of what happened to it, with the state that is their fold. Events that are new are kept
 * apart until they are stored. Confined to the transaction that loaded it.
 */
public final class OrderHistory {

    private final PlacedOrder order;
    private final List<RecordedEvent> recorded = new ArrayList<>();
    private int stored;
    private Fulfilment state;

    private OrderHistory(PlacedOrder order, Advanced first) {
        this.order = order;
        this.state = first.next();
        this.recorded.add(new RecordedEvent(1, order.placedAt(), new OrderPlaced(order), state.status()));
    }

    /** A new order, in its first state; its messages are those of {@link Fulfilment#begin()}. */
    public static OrderHistory begin(PlacedOrder order) {
        return new OrderHistory(order, Fulfilment.begin());
    }

    /**
     * The fold of stored events.
     *
     * @param events in order, the first an {@link OrderPlaced}; each one that an order of this kind could record
     */
    public static OrderHistory fold(SortedMap<Integer, Map.Entry<Instant, OrderEvent>> events) {
        SortedMap<Integer, Map.Entry<Instant, OrderEvent>> rest = new TreeMap<>(events);
        Map.Entry<Instant, OrderEvent> first = rest.remove(1);
        if (first == null || !(first.getValue() instanceof OrderPlaced placed)) {
            throw new IllegalStateException("An order's first event is not that it was placed");
        }
        OrderHistory history = begin(placed.order());
        rest.forEach((version, entry) -> history.replay(version, entry.getKey(), entry.getValue()));
        history.stored();
        return history;
    }

    /** Lets the state answer; what advances the order is recorded. */
    public FulfilmentStep apply(OrderEvent event, Instant at) {
        FulfilmentStep step = state.on(event);
        if (step instanceof Advanced advanced) {
            state = advanced.next();
            recorded.add(new RecordedEvent(version() + 1, at, event, state.status()));
        }
        return step;
    }

    public PlacedOrder order() {
        return order;
    }

    public Fulfilment state() {
        return state;
    }

    public OrderStatus status() {
        return state.status();
    }

    /** Why it is being, or was, given up. */
    public Optional<CancelReason> reason() {
        return switch (state) {
            case Fulfilment.AwaitingPaymentFate fate -> Optional.of(fate.reason());
            case Fulfilment.Releasing releasing -> Optional.of(releasing.reason());
            case Fulfilment.Unwinding unwinding -> Optional.of(unwinding.reason());
            case Fulfilment.RefundByHand byHand -> Optional.of(byHand.reason());
            case Fulfilment.Cancelled cancelled -> Optional.of(cancelled.reason());
            case Fulfilment.AwaitingStock _,
                    Fulfilment.AwaitingPayment _,
                    Fulfilment.Confirmed _,
                    Fulfilment.Shipped _,
                    Fulfilment.Delivered _ -> Optional.empty();
        };
    }

    public int version() {
        return recorded.size();
    }

    /** When it came into its state. */
    public Instant changedAt() {
        return recorded.getLast().at();
    }

    /** When it is given up, while that can still happen. */
    public Optional<Instant> deadline() {
        return status().givesUpAtDeadline() ? Optional.of(order.deadline()) : Optional.empty();
    }

    /** Everything that happened, in order. */
    public List<RecordedEvent> events() {
        return List.copyOf(recorded);
    }

    /** What happened since it was loaded or stored. */
    public List<RecordedEvent> fresh() {
        return List.copyOf(recorded.subList(stored, recorded.size()));
    }

    /** Says that everything is stored. */
    public void stored() {
        stored = recorded.size();
    }

    private void replay(int version, Instant at, OrderEvent event) {
        if (version != version() + 1 || !(apply(event, at) instanceof Advanced)) {
            throw new IllegalStateException("Order " + order.id() + " has an event at version " + version
                    + " that could not have happened: " + event.getClass().getSimpleName() + " while " + status());
        }
    }
}
