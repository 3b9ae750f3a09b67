package com.allinone.simulation.equivalence;

import com.allinone.inventory.domain.Line;
import com.allinone.inventory.domain.OrderId;
import com.allinone.inventory.domain.Reservation;
import com.allinone.inventory.domain.Shelf;
import com.allinone.inventory.domain.ShelfId;
import com.allinone.inventory.domain.Sku;
import com.allinone.inventory.domain.StockCommand;
import com.allinone.inventory.domain.StockLedger;
import com.allinone.inventory.domain.Warehouse;
import com.allinone.messaging.outbox.OutboxEntry;
import com.allinone.messaging.outbox.OutboxRow;
import com.allinone.messaging.parking.ParkedMessage;
import com.allinone.messaging.parking.ParkedRow;
import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.Money;
import com.allinone.order.domain.Name;
import com.allinone.order.domain.OrderEvent;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderLine;
import com.allinone.order.domain.PlacedOrder;
import com.allinone.payment.domain.Charge;
import com.allinone.payment.domain.Commands;
import com.allinone.payment.domain.Fates;
import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.IntentSight;
import com.allinone.payment.domain.Lease;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentCommand;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.ShopperId;
import com.allinone.payment.domain.Step;
import com.allinone.payment.domain.Trail;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;

/** Operations drawn by chance, on few keys so that they meet; each tells what it got as text that can be compared. */
final class Operations {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final int KEYS = 3;

    private final SplittableRandom random;
    private int messages;

    Operations(SplittableRandom random) {
        this.random = random;
    }

    /** One for the tables that every service has. */
    Operation ofMessaging() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> append();
            case 2 ->
                new Operation(
                        "claim the relay",
                        (ports, transaction) -> "" + ports.log().claimed(transaction));
            case 3 ->
                new Operation("head", (ports, transaction) -> names(ports.log().head(transaction, 4)));
            case 4 ->
                new Operation("publish two", (ports, transaction) -> {
                    List<OutboxRow> head = ports.log().head(transaction, 2);
                    ports.log().published(transaction, head);
                    return names(head);
                });
            case 5 -> remember();
            case 6 -> park();
            default -> redrive();
        };
    }

    Operation ofOrder() {
        UUID id = id(7);
        com.allinone.order.domain.OrderId order = new com.allinone.order.domain.OrderId(id);
        Instant now = NOON.plusSeconds(random.nextInt(120));
        return switch (random.nextInt(7)) {
            case 0, 1 ->
                new Operation("add " + id, (ports, transaction) -> {
                    ports.orders().add(transaction, OrderHistory.begin(placed(order)), null);
                    return "added";
                });
            case 2, 3 -> advance(order, now);
            case 4 ->
                new Operation(
                        "find " + id,
                        (ports, transaction) -> ports.orders()
                                .find(transaction, order)
                                .map(Operations::told)
                                .toString());
            case 5 ->
                new Operation(
                        "overdue at " + now,
                        (ports, transaction) -> ports.orders().lockOverdue(transaction, now, 2).stream()
                                .map(due -> due.id() + " " + due.looks())
                                .toList()
                                .toString());
            default ->
                new Operation("open at " + now + ", look again", (ports, transaction) -> {
                    var due = ports.orders().lockOpen(transaction, now, now, 1);
                    ports.orders()
                            .lookAgain(
                                    transaction,
                                    due.isEmpty()
                                            ? Map.of()
                                            : Map.of(due.getFirst().id(), now));
                    return due.stream()
                            .map(each -> each.id() + " " + each.looks())
                            .toList()
                            .toString();
                });
        };
    }

    Operation ofInventory() {
        OrderId order = new OrderId(id(7));
        Sku sku = sku();
        Instant now = NOON.plusSeconds(random.nextInt(120));
        return switch (random.nextInt(6)) {
            case 0 ->
                new Operation("receive " + sku, (ports, transaction) -> {
                    List<Shelf> shelves =
                            ports.shelves().lockOrMake(transaction, List.of(new ShelfId(sku, new Warehouse("ICN1"))));
                    ports.shelves()
                            .write(transaction, List.of(shelves.getFirst().receive(2)));
                    return shelves.toString();
                });
            case 1 ->
                new Operation(
                        "look at " + sku,
                        (ports, transaction) ->
                                ports.shelves().of(transaction, sku).toString());
            case 2 ->
                new Operation(
                        "overdue at " + now,
                        (ports, transaction) -> ports.reservations()
                                .overdue(transaction, now, now.plusSeconds(60), 2)
                                .toString());
            case 3 -> decide(new StockCommand.Release(order));
            default -> decide(new StockCommand.Reserve(order, List.of(new Line(of(order), 1)), NOON.plusSeconds(30)));
        };
    }

    Operation ofPayment() {
        UUID id = id(7);
        com.allinone.payment.domain.OrderId order = new com.allinone.payment.domain.OrderId(id);
        PaymentId payment = new PaymentId(new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + 100));
        Instant now = NOON.plusSeconds(random.nextInt(120));
        return switch (random.nextInt(6)) {
            case 0 -> command(new PaymentCommand.ChargeOrder(order, charge()), payment, now);
            case 1 -> command(new PaymentCommand.CancelCharge(order), payment, now);
            case 2, 3 -> step(payment, now);
            case 4 ->
                new Operation(
                        "hurry",
                        (ports, transaction) ->
                                "" + ports.payments().hurry(transaction, List.of(intent(payment)), now));
            default ->
                new Operation("lease at " + now, (ports, transaction) -> {
                    List<Lease> leases = ports.payments().lease(transaction, now, Duration.ofSeconds(40), 2);
                    if (leases.size() == 2) {
                        ports.payments()
                                .release(
                                        transaction,
                                        first(leases),
                                        now.plusSeconds(5),
                                        3,
                                        new Trail.Entry(now, "", ""));
                    }
                    return leases.stream()
                            .map(lease -> lease.payment() + " " + lease.failures() + " " + lease.until())
                            .sorted()
                            .toList()
                            .toString();
                });
        };
    }

    private Operation append() {
        UUID id = new UUID(0x019A_0000_0000_7000L, ++messages);
        String key = "key" + random.nextInt(KEYS);
        OutboxEntry entry = new OutboxEntry(id, "topic", key, "note.taken.v1", "{}", null, null, NOON);
        return new Operation("append " + messages, (ports, transaction) -> {
            ports.log().append(transaction, List.of(entry));
            return "appended";
        });
    }

    private Operation remember() {
        Set<UUID> ids = new TreeSet<>(List.of(id(1), id(1)));
        return new Operation(
                "remember " + ids,
                (ports, transaction) -> new TreeSet<>(ports.done().remember(transaction, "consumer", ids)).toString());
    }

    private Operation park() {
        String key = "key" + random.nextInt(KEYS);
        long offset = random.nextInt(4);
        Long sequence = random.nextBoolean() ? Long.valueOf(random.nextInt(9)) : null;
        ParkedMessage message = new ParkedMessage(
                "consumer", "topic", 0, offset, 1, sequence, key, null, null, "{}", null, "error", NOON);
        return new Operation("park " + offset + " of " + key, (ports, transaction) -> {
            String before = new TreeSet<>(ports.parked().parkedAmong(transaction, "consumer", Set.of(key))).toString();
            ports.parked().park(transaction, message);
            return before;
        });
    }

    private Operation redrive() {
        String key = "key" + random.nextInt(KEYS);
        return new Operation("redrive one of " + key, (ports, transaction) -> {
            if (ports.parked().parkedAmong(transaction, "consumer", Set.of(key)).isEmpty()) {
                return "free";
            }
            List<ParkedRow> first = ports.parked().first(transaction, "consumer", key, 1);
            long left = ports.parked()
                    .remove(
                            transaction,
                            "consumer",
                            key,
                            first.stream().map(ParkedRow::place).toList());
            return first.stream().map(row -> row.message().offset()).toList() + ", " + left + " left";
        });
    }

    private Operation advance(com.allinone.order.domain.OrderId order, Instant now) {
        OrderEvent event = List.of(
                        new OrderEvent.StockReserved(),
                        new OrderEvent.PaymentDeclined("CARD_DECLINED"),
                        new OrderEvent.DeadlinePassed(),
                        new OrderEvent.StockReleased())
                .get(random.nextInt(4));
        return new Operation(event + " at " + order, (ports, transaction) -> {
            Map<com.allinone.order.domain.OrderId, OrderHistory> locked =
                    ports.orders().lock(transaction, List.of(order));
            String before =
                    locked.values().stream().map(Operations::told).toList().toString();
            locked.values().forEach(history -> history.apply(event, now));
            ports.orders().save(transaction, locked.values());
            return before;
        });
    }

    private static Operation decide(StockCommand command) {
        return new Operation(command.toString(), (ports, transaction) -> {
            List<Reservation> known = ports.reservations().lock(transaction, List.of(command.orderId()));
            Set<Sku> skus = new TreeSet<>();
            if (command instanceof StockCommand.Reserve reserve) {
                reserve.lines().forEach(line -> skus.add(line.sku()));
            }
            known.stream()
                    .filter(Reservation.Taken.class::isInstance)
                    .forEach(taken -> ((Reservation.Taken) taken)
                            .picks()
                            .forEach(pick -> skus.add(pick.shelf().sku())));
            List<Shelf> shelves = ports.shelves().lock(transaction, skus);
            StockLedger ledger = new StockLedger(shelves, known);
            String answer;
            try {
                answer = ledger.decide(command).toString();
            } catch (RuntimeException impossible) {
                return known + " impossible";
            }
            ports.shelves().write(transaction, ledger.changedShelves());
            ports.reservations().write(transaction, ledger.changedReservations(), none -> null);
            return known + " " + shelves + " " + answer;
        });
    }

    private static Operation command(PaymentCommand command, PaymentId payment, Instant now) {
        return new Operation(command.toString(), (ports, transaction) -> {
            Payment known =
                    ports.payments().lock(transaction, List.of(command.order())).get(command.order());
            Step step = known == null ? Commands.first(command, payment) : Commands.next(known, command);
            ports.payments().write(transaction, step.changed() ? List.of(step) : List.of(), Map.of(), now);
            return known + " to " + step.payment();
        });
    }

    private Operation step(PaymentId id, Instant now) {
        int what = random.nextInt(3);
        return new Operation("step " + what + " of " + id, (ports, transaction) -> {
            Payment known = ports.payments().lock(transaction, id).orElse(null);
            if (known == null) {
                return "none";
            }
            Step step = switch (what) {
                case 0 -> Fates.created(known, intent(id));
                case 1 -> Fates.confirm(known, NOON);
                default ->
                    Fates.answered(
                            known, 1, new IntentSight.Succeeded(charge().money().amount()), now);
            };
            if (step.changed()) {
                ports.payments().write(transaction, List.of(step), Map.of(), now);
            }
            return known + " to " + step.payment();
        });
    }

    private static PlacedOrder placed(com.allinone.order.domain.OrderId order) {
        OrderLine line = new OrderLine("BOWL-01", 1, new Name("그릇", "Bowl"), new Money(12_900, "KRW"), "bowl.jpg");
        return new PlacedOrder(
                order,
                new UUID(1, 1),
                null,
                "tok_visa",
                List.of(line),
                NOON,
                NOON.plusSeconds(60 + (order.value().getLeastSignificantBits() & 7)));
    }

    private static String told(OrderHistory history) {
        return history.order().id() + " " + history.status() + " " + history.version() + " " + history.events();
    }

    private static String names(List<OutboxRow> rows) {
        return rows.stream()
                .map(row -> row.entry().messageId().toString())
                .toList()
                .toString();
    }

    /** The statement promises no order among those that it leased. */
    private static Lease first(List<Lease> leases) {
        return leases.stream()
                .min(Comparator.comparing(lease -> lease.payment().id().value()))
                .orElseThrow();
    }

    private static Charge charge() {
        return new Charge(
                new ShopperId(new UUID(1, 1)),
                new com.allinone.payment.domain.Money(12_900, "KRW"),
                "tok_visa",
                NOON.plusSeconds(60));
    }

    private static IntentId intent(PaymentId payment) {
        return new IntentId("pi_" + Long.toHexString(payment.value().getLeastSignificantBits()));
    }

    private UUID id(int version) {
        return new UUID(0x019A_0000_0000_7000L, 0x8000_0000_0000_0000L + version * 10L + random.nextInt(KEYS));
    }

    /** An order's lines never change. */
    private static Sku of(OrderId order) {
        return new Sku("SKU-" + (order.value().getLeastSignificantBits() & 1));
    }

    private Sku sku() {
        return new Sku("SKU-" + random.nextInt(2));
    }

    /** What to do, and what it is called. */
    record Operation(String name, BiFunction<Ports, Transaction, String> on) {}
}
