package com.allinone.simulation.smallworld;

import com.allinone.inventory.domain.Reservation;
import com.allinone.order.domain.Fulfilment;
import com.allinone.payment.domain.Payment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything there is of one order: its saga, its reservation, its payment, the provider's intent, and what is under
 * way, each topic in the order of sending.
 *
 * @param saga null before it is placed
 * @param confirming whether a confirm is under way to the provider
 * @param workerWaits whether the worker that sent it lives and will hear the answer
 */
record Trip(
        @Nullable Fulfilment saga,
        @Nullable Reservation reservation,
        @Nullable Payment payment,
        Intent intent,
        boolean confirming,
        boolean workerWaits,
        List<Message> toInventory,
        List<Message> toPayment,
        List<Message> fromInventory,
        List<Message> fromPayment) {

    static final Trip NOT_BEGUN =
            new Trip(null, null, null, Intent.NONE, false, false, List.of(), List.of(), List.of(), List.of());

    /** What the provider knows. */
    enum Intent {
        NONE,
        UNCONFIRMED,
        TAKEN,
        CANCELED,
        GIVEN_BACK
    }

    Trip saga(Fulfilment next) {
        return new Trip(
                next,
                reservation,
                payment,
                intent,
                confirming,
                workerWaits,
                toInventory,
                toPayment,
                fromInventory,
                fromPayment);
    }

    Trip reservation(@Nullable Reservation next) {
        return new Trip(
                saga,
                next,
                payment,
                intent,
                confirming,
                workerWaits,
                toInventory,
                toPayment,
                fromInventory,
                fromPayment);
    }

    Trip payment(@Nullable Payment next) {
        return new Trip(
                saga,
                reservation,
                next,
                intent,
                confirming,
                workerWaits,
                toInventory,
                toPayment,
                fromInventory,
                fromPayment);
    }

    Trip provider(Intent next, boolean underWay, boolean waits) {
        return new Trip(
                saga, reservation, payment, next, underWay, waits, toInventory, toPayment, fromInventory, fromPayment);
    }

    Trip queues(
            List<Message> nextToInventory,
            List<Message> nextToPayment,
            List<Message> nextFromInventory,
            List<Message> nextFromPayment) {
        return new Trip(
                saga,
                reservation,
                payment,
                intent,
                confirming,
                workerWaits,
                nextToInventory,
                nextToPayment,
                nextFromInventory,
                nextFromPayment);
    }

    /** With this said; events that nobody here listens to are left out. */
    Trip saying(Message message) {
        return switch (message) {
            case RESERVE, RELEASE, COMMIT, SHIP ->
                queues(with(toInventory, message), toPayment, fromInventory, fromPayment);
            case CHARGE, CANCEL, REFUND -> queues(toInventory, with(toPayment, message), fromInventory, fromPayment);
            case RESERVED, REJECTED, RELEASED ->
                queues(toInventory, toPayment, with(fromInventory, message), fromPayment);
            case COMPLETED, DECLINED, REFUNDED ->
                queues(toInventory, toPayment, fromInventory, with(fromPayment, message));
        };
    }

    private static List<Message> with(List<Message> queue, Message message) {
        List<Message> longer = new ArrayList<>(queue);
        longer.add(message);
        return List.copyOf(longer);
    }
}
