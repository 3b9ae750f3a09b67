package com.allinone.simulation.checks;

import com.allinone.inventory.domain.Reservation;
import com.allinone.inventory.domain.ShelfId;
import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.operating.OperatorAction;
import com.allinone.messaging.operating.OperatorAction.Kind;
import com.allinone.order.domain.Fulfilment;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import com.allinone.order.domain.OrderStatus;
import com.allinone.payment.domain.LedgerEntry;
import com.allinone.simulation.provider.SimulatedProvider.Intent;
import com.allinone.simulation.shop.Customers;
import com.allinone.simulation.shop.Premises;
import com.allinone.simulation.shop.Shop;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What must be true once everything is whole again and quiet. Each violation is a sentence. */
public final class Invariants {

    private final Shop shop;
    private final Customers customers;
    private final List<String> violations = new ArrayList<>();

    private Invariants(Shop shop, Customers customers) {
        this.shop = shop;
        this.customers = customers;
    }

    /** Whether nobody has anything left to do. */
    public static boolean quiet(Shop shop) {
        return shop.orders().heads().values().stream().allMatch(head -> settled(head.status()))
                && shop.premises().stream()
                        .allMatch(premises -> premises.log().unpublished().isEmpty())
                && shop.payments().everything().stream()
                        .noneMatch(payment -> payment.state().wantsWork())
                && shop.premises().stream()
                        .allMatch(premises -> premises.parked().keys().isEmpty())
                && shop.kafka().isUp()
                && shop.kafka().isConsumed();
    }

    /** Everything that is not as it must be. */
    public static List<String> violations(Shop shop, Customers customers) {
        Invariants invariants = new Invariants(shop, customers);
        invariants.everyOrderEnds();
        invariants.stockAddsUp();
        invariants.cancelledOrdersHoldNothing();
        invariants.moneyIsTakenOnceAndOnlyForOrdersThatStand();
        invariants.ledgerSaysWhatTheProviderSays();
        invariants.nothingWaits();
        invariants.publishedInTheOrderOfCommits();
        invariants.everyMessageHasItsEffectOnceAndInOrder();
        invariants.onlyDefectsPark();
        return invariants.violations;
    }

    private static boolean settled(OrderStatus status) {
        return switch (status) {
            case DELIVERY_READY, SHIPPED, DELIVERED, CANCELLED, REFUND_BY_HAND -> true;
            case AWAITING_STOCK, AWAITING_PAYMENT, AWAITING_PAYMENT_FATE, RELEASING, UNWINDING -> false;
        };
    }

    private void everyOrderEnds() {
        Set<OrderId> known = new HashSet<>();
        for (OrderHistory order : shop.orders().everything()) {
            known.add(order.order().id());
            check(settled(order.status()), "Order %s stays %s", order.order().id(), order.status());
            check(
                    readVersion(order) == order.version(),
                    "Order %s is read in another version than it is",
                    order.order().id());
        }
        customers.accepted().forEach(order -> check(known.contains(order), "Accepted order %s is lost", order));
    }

    private int readVersion(OrderHistory order) {
        var head = shop.orders().heads().get(order.order().id().value());
        return head == null ? 0 : head.version();
    }

    private void stockAddsUp() {
        Map<ShelfId, Map<String, Long>> taken = new TreeMap<>();
        for (Reservation reservation : shop.reservations().everything()) {
            if (reservation instanceof Reservation.Taken some) {
                some.picks()
                        .forEach(pick -> taken.computeIfAbsent(pick.shelf(), shelf -> new HashMap<>())
                                .merge(some.getClass().getSimpleName(), pick.quantity(), Long::sum));
            }
        }
        shop.shelves().everything().forEach((id, shelf) -> {
            Map<String, Long> here = taken.getOrDefault(id, Map.of());
            check(shelf.reserved() == here.getOrDefault("Held", 0L), "Shelf %s holds what no order does", id);
            check(shelf.allocated() == here.getOrDefault("Allocated", 0L), "Shelf %s keeps what no order does", id);
            check(shelf.sold() == here.getOrDefault("Sold", 0L), "Shelf %s sold what no order bought", id);
        });
    }

    private void cancelledOrdersHoldNothing() {
        Map<UUID, Reservation> byOrder = new HashMap<>();
        shop.reservations()
                .everything()
                .forEach(each -> byOrder.put(each.orderId().value(), each));
        for (OrderHistory order : shop.orders().everything()) {
            Reservation reservation = byOrder.get(order.order().id().value());
            boolean right = switch (order.status()) {
                case CANCELLED, REFUND_BY_HAND -> !(reservation instanceof Reservation.Taken);
                case DELIVERY_READY -> reservation instanceof Reservation.Allocated;
                case SHIPPED, DELIVERED -> reservation instanceof Reservation.Sold;
                default -> true;
            };
            check(
                    right,
                    "Order %s is %s and stock says %s",
                    order.order().id(),
                    order.status(),
                    String.valueOf(reservation));
        }
    }

    private void moneyIsTakenOnceAndOnlyForOrdersThatStand() {
        Map<UUID, List<Intent>> captures = shop.provider().intents().stream()
                .filter(Intent::captured)
                .collect(
                        Collectors.groupingBy(intent -> intent.payment().order().value()));
        shop.provider()
                .askedTooLate()
                .forEach(intent -> check(false, "Intent %s was to be confirmed after its time", intent));
        for (OrderHistory order : shop.orders().everything()) {
            List<Intent> captured = captures.getOrDefault(order.order().id().value(), List.of());
            long kept = captured.stream().filter(intent -> !intent.refunded()).count();
            check(
                    captured.size() <= 1,
                    "Order %s was charged %s times",
                    order.order().id(),
                    captured.size());
            boolean right = switch (order.status()) {
                case DELIVERY_READY, SHIPPED, DELIVERED -> kept == 1;
                case CANCELLED -> kept == 0;
                case REFUND_BY_HAND ->
                    kept == 1 && order.order().paymentMethod().equals("tok_no_refund");
                default -> true;
            };
            check(
                    right,
                    "Order %s is %s and %s captures are kept",
                    order.order().id(),
                    order.status(),
                    kept);
            check(!late(order), "Order %s was revived", order.order().id());
        }
    }

    private static boolean late(OrderHistory order) {
        return order.events().stream()
                        .limit(order.version() - 1L)
                        .anyMatch(event -> event.status() == OrderStatus.CANCELLED)
                && !(order.state() instanceof Fulfilment.Cancelled);
    }

    private void ledgerSaysWhatTheProviderSays() {
        Collection<LedgerEntry> ledger = shop.payments().ledger();
        check(sum(ledger, LedgerEntry::amount) == 0, "The ledger sums to %s", sum(ledger, LedgerEntry::amount));
        long booked = sum(ledger, entry -> entry.account() == LedgerEntry.Account.PROVIDER ? entry.amount() : 0);
        long kept = shop.provider().intents().stream()
                .filter(intent -> intent.captured() && !intent.refunded())
                .mapToLong(intent -> intent.payment().asked().money().amount())
                .sum();
        check(booked == kept, "The provider holds %s for us and the ledger says %s", kept, booked);
    }

    private void nothingWaits() {
        for (Premises premises : shop.premises()) {
            check(
                    premises.log().unpublished().isEmpty(),
                    "%s has %s messages that never left",
                    premises.name(),
                    premises.log().unpublished().size());
            premises.parked()
                    .everything()
                    .values()
                    .forEach(row -> check(
                            false,
                            "%s parked %s: %s",
                            premises.name(),
                            String.valueOf(row.message().type()),
                            row.message().error()));
            premises.parked().keys().forEach(key -> check(false, "%s has %s parked", premises.name(), key));
        }
        check(shop.kafka().isConsumed(), "Messages are left on a topic");
    }

    /** The first time that each message of a key is on the topic, in the order of the log's places. */
    private void publishedInTheOrderOfCommits() {
        Map<UUID, Long> places = places();
        Set<UUID> missing = new HashSet<>(places.keySet());
        for (String topic : shop.kafka().topics()) {
            Map<String, Long> last = new HashMap<>();
            for (ConsumerRecord<String, byte[]> record : shop.kafka().everything(topic)) {
                UUID id = id(record);
                if (missing.remove(id)) {
                    follows(last, record.key(), places.getOrDefault(id, 0L), id + " is on " + topic);
                }
            }
        }
        missing.forEach(id -> check(false, "Message %s is committed and was never published", id));
    }

    private void everyMessageHasItsEffectOnceAndInOrder() {
        Map<UUID, Long> places = places();
        shop.effects().byConsumer().forEach((consumer, messages) -> {
            Map<String, Long> last = new HashMap<>();
            Set<UUID> done = new HashSet<>();
            for (IncomingMessage message : messages) {
                if (done.add(message.id())) {
                    String key = message.topic() + "/" + message.key();
                    follows(last, key, places.getOrDefault(message.id(), 0L), consumer + " did " + message.type());
                } else {
                    check(false, "%s did %s %s twice", consumer, message.type(), message.id());
                }
            }
        });
    }

    private void onlyDefectsPark() {
        for (Premises premises : shop.premises()) {
            for (OperatorAction action : premises.actions().everything().values()) {
                check(
                        action.kind() == Kind.REPUBLISH
                                || (action.key() != null
                                        && shop.effects().everPoisoned().contains(action.key())),
                        "%s had parked %s, which had no defect",
                        premises.name(),
                        String.valueOf(action.key()));
            }
        }
    }

    private void follows(Map<String, Long> last, String key, long place, String what) {
        Long before = last.put(key, place);
        check(before == null || before < place, "%s after a later one of its key", what);
    }

    private Map<UUID, Long> places() {
        Map<UUID, Long> places = new HashMap<>();
        for (Premises premises : shop.premises()) {
            premises.log().everything().forEach((place, entry) -> places.put(entry.messageId(), place));
        }
        return places;
    }

    private static UUID id(ConsumerRecord<String, byte[]> record) {
        return UUID.fromString(new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8));
    }

    private static <T> long sum(Collection<T> all, ToLongFunction<T> amount) {
        return all.stream().mapToLong(amount).sum();
    }

    @SuppressWarnings("AnnotateFormatMethod") // the sentences are all in this class
    private void check(boolean holds, String otherwise, Object... facts) {
        if (!holds) {
            violations.add(otherwise.formatted(facts));
        }
    }
}
