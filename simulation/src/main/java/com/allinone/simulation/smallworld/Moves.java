package com.allinone.simulation.smallworld;

import static com.allinone.simulation.smallworld.Trip.Intent.CANCELED;
import static com.allinone.simulation.smallworld.Trip.Intent.GIVEN_BACK;
import static com.allinone.simulation.smallworld.Trip.Intent.TAKEN;
import static com.allinone.simulation.smallworld.Trip.Intent.UNCONFIRMED;

import com.allinone.inventory.domain.Line;
import com.allinone.inventory.domain.OrderId;
import com.allinone.inventory.domain.Reservation;
import com.allinone.inventory.domain.Shelf;
import com.allinone.inventory.domain.Sku;
import com.allinone.inventory.domain.StockAnswer;
import com.allinone.inventory.domain.StockCommand;
import com.allinone.inventory.domain.StockLedger;
import com.allinone.order.domain.CancelReason;
import com.allinone.order.domain.Fulfilment;
import com.allinone.order.domain.FulfilmentMessage;
import com.allinone.order.domain.FulfilmentStep.Advanced;
import com.allinone.order.domain.FulfilmentStep.Ignored;
import com.allinone.order.domain.FulfilmentStep.Refused;
import com.allinone.order.domain.OrderEvent;
import com.allinone.order.domain.Wait;
import com.allinone.payment.domain.Charge;
import com.allinone.payment.domain.Commands;
import com.allinone.payment.domain.DeclineReason;
import com.allinone.payment.domain.Fates;
import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.IntentSight;
import com.allinone.payment.domain.Money;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentCommand;
import com.allinone.payment.domain.PaymentEvent;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.PaymentState;
import com.allinone.payment.domain.RefundId;
import com.allinone.payment.domain.RefundSight;
import com.allinone.payment.domain.ShopperId;
import com.allinone.payment.domain.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Everything that can happen next in a situation, by name; each is one transaction or one call to the provider. */
final class Moves {

    static final Sku SKU = new Sku("VASE-03");
    private static final Instant MORNING = Instant.parse("2026-11-21T09:00:00Z");
    private static final Instant DEADLINE = MORNING.plusSeconds(3_600);
    private static final Instant EVENING = DEADLINE.plusSeconds(60);
    private static final Money MONEY = new Money(12_900, "KRW");

    private final Cores cores;

    Moves(Cores cores) {
        this.cores = cores;
    }

    Map<String, Situation> from(Situation now) {
        Map<String, Situation> next = new LinkedHashMap<>();
        for (int i = 0; i < now.trips().size(); i++) {
            Trip trip = now.trips().get(i);
            if (trip.saga() == null) {
                if (i == 0 || now.trips().get(i - 1).saga() != null) { // which of the two comes first is no difference
                    next.put("place " + i, now.trip(i, placed(trip)));
                }
            } else {
                people(now, i, trip, trip.saga(), next);
                deliveries(now, i, trip, trip.saga(), next);
                worker(now, i, trip, next);
                overtakings(now, i, trip, next);
            }
        }
        if (!now.late()) {
            next.put("the deadline passes", now.inTheEvening());
        }
        return next;
    }

    private static Trip placed(Trip trip) {
        Advanced first = Fulfilment.begin();
        return saying(trip.saga(first.next()), first.messages());
    }

    private void people(Situation now, int i, Trip trip, Fulfilment saga, Map<String, Situation> next) {
        if (now.left().cancels() > 0
                && cores.order(saga, new OrderEvent.CancellationRequested(CancelReason.CANCELLED_BY_SHOPPER))
                        instanceof Advanced advanced) {
            next.put("cancel " + i, now.left(now.left().cancel()).trip(i, advanced(trip, advanced)));
        }
        if (now.left().repetitions() > 0 && !Wait.of(saga).commands().isEmpty()) {
            next.put(
                    "send again " + i,
                    now.left(now.left().repeat())
                            .trip(i, saying(trip, Wait.of(saga).commands())));
        }
        if (now.late() && cores.order(saga, new OrderEvent.DeadlinePassed()) instanceof Advanced advanced) {
            next.put("give up " + i, now.trip(i, advanced(trip, advanced)));
        }
    }

    private void deliveries(Situation now, int i, Trip trip, Fulfilment saga, Map<String, Situation> next) {
        if (!trip.toInventory().isEmpty()) {
            Message first = trip.toInventory().getFirst();
            Trip rest =
                    trip.queues(tail(trip.toInventory()), trip.toPayment(), trip.fromInventory(), trip.fromPayment());
            next.put("inventory: " + first + " " + i, stock(now, i, rest, first));
        }
        if (!trip.toPayment().isEmpty()) {
            Message first = trip.toPayment().getFirst();
            Trip rest =
                    trip.queues(trip.toInventory(), tail(trip.toPayment()), trip.fromInventory(), trip.fromPayment());
            next.put("payment: " + first + " " + i, now.trip(i, command(i, rest, first)));
        }
        if (!trip.fromInventory().isEmpty()) {
            Trip rest =
                    trip.queues(trip.toInventory(), trip.toPayment(), tail(trip.fromInventory()), trip.fromPayment());
            Message first = trip.fromInventory().getFirst();
            next.put("order: " + first + " " + i, now.trip(i, reply(rest, saga, first)));
        }
        if (!trip.fromPayment().isEmpty()) {
            Trip rest =
                    trip.queues(trip.toInventory(), trip.toPayment(), trip.fromInventory(), tail(trip.fromPayment()));
            Message first = trip.fromPayment().getFirst();
            next.put("order: " + first + " " + i, now.trip(i, reply(rest, saga, first)));
        }
    }

    private Situation stock(Situation now, int i, Trip trip, Message command) {
        OrderId order = new OrderId(new UUID(7, i));
        StockLedger ledger = new StockLedger(
                List.of(now.shelf()), trip.reservation() == null ? List.of() : List.of(trip.reservation()));
        StockAnswer answer = ledger.decide(
                        switch (command) {
                            case RESERVE -> new StockCommand.Reserve(order, List.of(new Line(SKU, 1)), DEADLINE);
                            case RELEASE -> new StockCommand.Release(order);
                            case COMMIT -> new StockCommand.Commit(order);
                            case SHIP -> new StockCommand.Ship(order);
                            default -> throw new IllegalArgumentException("Not for stock: " + command);
                        })
                .orElse(null);
        Trip after = trip;
        for (Reservation changed : ledger.changedReservations()) {
            after = after.reservation(cores.kept(changed).orElse(trip.reservation()));
        }
        if (answer != null) {
            after = after.saying(
                    switch (answer) {
                        case StockAnswer.StockReserved _ -> Message.RESERVED;
                        case StockAnswer.StockRejected _ -> Message.REJECTED;
                        case StockAnswer.StockReleased _ -> Message.RELEASED;
                        case StockAnswer.StockOverdue _ -> throw new IllegalStateException("Nobody asked the clock");
                    });
        }
        Shelf shelf = ledger.changedShelves().stream().findFirst().orElse(now.shelf());
        return now.shelf(shelf).trip(i, after);
    }

    private Trip command(int i, Trip trip, Message message) {
        var order = new com.allinone.payment.domain.OrderId(new UUID(7, i));
        PaymentCommand command = switch (message) {
            case CHARGE ->
                new PaymentCommand.ChargeOrder(
                        order, new Charge(new ShopperId(new UUID(7, 99)), MONEY, "tok_visa", DEADLINE));
            case CANCEL -> new PaymentCommand.CancelCharge(order);
            case REFUND -> new PaymentCommand.RefundOrder(order);
            default -> throw new IllegalArgumentException("Not for payment: " + message);
        };
        Payment payment = trip.payment();
        return decided(
                trip,
                payment == null
                        ? Commands.first(command, new PaymentId(new UUID(8, i)))
                        : Commands.next(payment, command));
    }

    private Trip reply(Trip trip, Fulfilment saga, Message message) {
        OrderEvent event = switch (message) {
            case RESERVED -> new OrderEvent.StockReserved();
            case REJECTED -> new OrderEvent.StockRejected("OUT_OF_STOCK");
            case RELEASED -> new OrderEvent.StockReleased();
            case COMPLETED -> new OrderEvent.PaymentCompleted();
            case DECLINED -> new OrderEvent.PaymentDeclined("CARD_DECLINED");
            case REFUNDED -> new OrderEvent.PaymentRefunded();
            default -> throw new IllegalArgumentException("Not for order: " + message);
        };
        return switch (cores.order(saga, event)) {
            case Advanced advanced -> advanced(trip, advanced);
            case Ignored _ -> trip;
            case Refused refused -> throw new IllegalStateException(refused.why());
        };
    }

    private void worker(Situation now, int i, Trip trip, Map<String, Situation> next) {
        Payment payment = trip.payment();
        Instant time = now.late() ? EVENING : MORNING;
        if (payment != null && !trip.workerWaits()) {
            switch (payment.state()) {
                case PaymentState.Requested _ -> {
                    Step overdue = Fates.overdue(payment, time);
                    next.put(
                            "intent " + i,
                            now.trip(
                                    i,
                                    overdue.changed()
                                            ? decided(trip, overdue)
                                            : decided(trip, Fates.created(payment, intent(i)))
                                                    .provider(UNCONFIRMED, trip.confirming(), false)));
                }
                case PaymentState.Created _ -> {
                    Trip after = decided(trip, Fates.confirm(payment, time));
                    boolean confirms =
                            after.payment() != null && after.payment().state() instanceof PaymentState.Confirming;
                    next.put("confirm " + i, now.trip(i, confirms ? after.provider(trip.intent(), true, true) : after));
                }
                case PaymentState.Confirming _ ->
                    next.put("look " + i, now.trip(i, decided(trip, Fates.seen(payment, sight(trip), time))));
                case PaymentState.Cancelling _ -> {
                    Trip after = trip.intent() == TAKEN ? trip : trip.provider(CANCELED, trip.confirming(), false);
                    next.put("close " + i, now.trip(i, decided(after, Fates.seen(payment, sight(after), time))));
                }
                case PaymentState.Refunding _ -> {
                    Trip after = trip.provider(GIVEN_BACK, false, false);
                    RefundSight given = new RefundSight.Given(new RefundId("re_" + i));
                    next.put("refund " + i, now.trip(i, decided(after, Fates.seen(payment, given))));
                }
                case PaymentState other -> {
                    // Nothing to do.
                }
            }
        }
        provider(now, i, trip, time, next);
    }

    /** A confirm that is under way arrives, and is answered to whoever still waits. */
    private void provider(Situation now, int i, Trip trip, Instant time, Map<String, Situation> next) {
        if (!trip.confirming() || trip.payment() == null) {
            return;
        }
        boolean takes = trip.intent() == UNCONFIRMED;
        for (boolean approved : takes ? List.of(true, false) : List.of(false)) {
            Trip.Intent after = approved ? TAKEN : trip.intent();
            Trip arrived = trip.provider(after, false, false);
            IntentSight sight =
                    takes && !approved ? new IntentSight.Refused(DeclineReason.CARD_DECLINED) : sight(arrived);
            int confirms = trip.payment().state() instanceof PaymentState.Confirming state ? state.confirms() : 1;
            String name = "provider " + (approved ? "takes " : "refuses ") + i;
            if (trip.workerWaits()) {
                next.put(name, now.trip(i, decided(arrived, Fates.answered(trip.payment(), confirms, sight, time))));
            } else {
                next.put(name + " and nobody hears it", now.trip(i, arrived));
            }
        }
        if (trip.workerWaits() && now.left().crashes() > 0) {
            Trip alone = trip.provider(trip.intent(), true, false);
            IntentSight no = new IntentSight.Refused(DeclineReason.CARD_DECLINED);
            next.put(
                    "the worker dies " + i,
                    now.left(now.left().crash())
                            .trip(
                                    i,
                                    cores.silenceIsARefusal()
                                            ? decided(alone, Fates.answered(trip.payment(), 1, no, time))
                                            : alone));
        }
    }

    private static void overtakings(Situation now, int i, Trip trip, Map<String, Situation> next) {
        if (now.left().overtakings() > 0) {
            Situation less = now.left(now.left().overtake());
            if (trip.reservation() == null && trip.toInventory().equals(List.of(Message.RESERVE, Message.RELEASE))) {
                next.put(
                        "the release overtakes " + i,
                        less.trip(
                                i,
                                trip.queues(
                                        trip.toInventory().reversed(),
                                        trip.toPayment(),
                                        trip.fromInventory(),
                                        trip.fromPayment())));
            }
            if (trip.payment() == null && trip.toPayment().equals(List.of(Message.CHARGE, Message.CANCEL))) {
                next.put(
                        "the cancel overtakes " + i,
                        less.trip(
                                i,
                                trip.queues(
                                        trip.toInventory(),
                                        trip.toPayment().reversed(),
                                        trip.fromInventory(),
                                        trip.fromPayment())));
            }
        }
    }

    private Trip decided(Trip trip, Step step) {
        Trip after = step.changed() ? trip.payment(cores.kept(step).orElse(trip.payment())) : trip;
        for (PaymentEvent event : step.events()) {
            after = after.saying(
                    switch (event) {
                        case PaymentEvent.PaymentCompleted _ -> Message.COMPLETED;
                        case PaymentEvent.PaymentDeclined _ -> Message.DECLINED;
                        case PaymentEvent.PaymentRefunded _ -> Message.REFUNDED;
                        case PaymentEvent.PaymentRefundFailed _ ->
                            throw new IllegalStateException("This provider gives back");
                    });
        }
        return after;
    }

    private static Trip advanced(Trip trip, Advanced advanced) {
        return saying(trip.saga(advanced.next()), advanced.messages());
    }

    private static Trip saying(Trip trip, List<FulfilmentMessage> messages) {
        Trip after = trip;
        for (FulfilmentMessage message : messages) {
            after = switch (message) {
                case RESERVE_STOCK -> after.saying(Message.RESERVE);
                case RELEASE_STOCK -> after.saying(Message.RELEASE);
                case COMMIT_STOCK -> after.saying(Message.COMMIT);
                case SHIP_STOCK -> after.saying(Message.SHIP);
                case CHARGE_PAYMENT -> after.saying(Message.CHARGE);
                case CANCEL_PAYMENT -> after.saying(Message.CANCEL);
                case REFUND_PAYMENT -> after.saying(Message.REFUND);
                case ORDER_PLACED, ORDER_CONFIRMED, ORDER_CANCELLED, DELIVERY_READY, ORDER_SHIPPED, ORDER_DELIVERED ->
                    after;
            };
        }
        return after;
    }

    private static IntentSight sight(Trip trip) {
        return switch (trip.intent()) {
            case NONE, UNCONFIRMED -> new IntentSight.Unconfirmed();
            case TAKEN, GIVEN_BACK -> new IntentSight.Succeeded(MONEY.amount());
            case CANCELED -> new IntentSight.Canceled();
        };
    }

    private static IntentId intent(int i) {
        return new IntentId("pi_" + i);
    }

    private static List<Message> tail(List<Message> queue) {
        return List.copyOf(new ArrayList<>(queue.subList(1, queue.size())));
    }
}
