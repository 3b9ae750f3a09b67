package com.allinone.simulation.shop;

import com.allinone.inventory.domain.Shelf;
import com.allinone.inventory.domain.ShelfId;
import com.allinone.inventory.domain.Sku;
import com.allinone.inventory.domain.Warehouse;
import com.allinone.messaging.MessageIds;
import com.allinone.simulation.broker.Kafka;
import com.allinone.simulation.bugs.Bug;
import com.allinone.simulation.provider.SimulatedProvider;
import com.allinone.simulation.store.Database;
import com.allinone.simulation.store.OpenTransaction;
import com.allinone.simulation.store.SimulatedOperations;
import com.allinone.simulation.store.SimulatedOrders;
import com.allinone.simulation.store.SimulatedPayments;
import com.allinone.simulation.store.SimulatedReservations;
import com.allinone.simulation.store.SimulatedShelves;
import com.allinone.simulation.world.Life;
import com.allinone.simulation.world.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The services in one world: their databases, the broker, the provider, and the processes that live at the moment. */
public final class Shop {

    private static final Duration SESSION = Duration.ofSeconds(10);
    private static final Duration OPERATORS_PATIENCE = Duration.ofSeconds(3);

    private final World world;
    private final Bug bug;
    private final MessageIds ids;
    private final Kafka kafka;
    private final SimulatedProvider provider;
    private final Premises orderPremises;
    private final Premises inventoryPremises;
    private final Premises paymentPremises;
    private final SimulatedOrders orders = new SimulatedOrders();
    private final SimulatedOperations operations = new SimulatedOperations();
    private final SimulatedShelves shelves = new SimulatedShelves();
    private final SimulatedReservations reservations = new SimulatedReservations();
    private final SimulatedPayments payments = new SimulatedPayments();
    private int stocked;
    private final Effects effects = new Effects();
    private final Map<String, Replica<?>> replicas = new LinkedHashMap<>();

    public Shop(World world, Bug bug) {
        this.world = world;
        this.bug = bug;
        this.ids = new Ids(world);
        this.kafka = new Kafka(world);
        this.provider = new SimulatedProvider(world);
        this.orderPremises = Premises.of("order", world);
        this.inventoryPremises = Premises.of("inventory", world);
        this.paymentPremises = Premises.of("payment", world);
    }

    /** Puts goods on a shelf before anything begins. */
    public void stock(String sku, String warehouse, long quantity) {
        Life receiving = new Life("receiving");
        world.start(receiving, "receive", () -> {
            OpenTransaction transaction = inventoryPremises.database().begin(receiving);
            ShelfId id = new ShelfId(new Sku(sku), new Warehouse(warehouse));
            shelves.lockOrMake(transaction, List.of(id));
            shelves.write(transaction, List.of(Shelf.empty(id).receive(quantity)));
            transaction.commit();
            stocked++;
        });
    }

    /** How many shelves were stocked. */
    public int stocked() {
        return stocked;
    }

    public void open(int orderReplicas, int inventoryReplicas, int paymentReplicas) {
        open("order", orderReplicas, life -> new OrderService(this, life));
        open("inventory", inventoryReplicas, life -> new InventoryService(this, life));
        open("payment", paymentReplicas, life -> new PaymentService(this, life));
    }

    /** Every process's name. */
    public List<String> processes() {
        return List.copyOf(replicas.keySet());
    }

    public void kill(String process) {
        Replica<?> replica = replica(process);
        Life life = replica.life;
        world.kill(life);
        world.after(SESSION, () -> kafka.expel(life));
    }

    public void freeze(String process, Duration length) {
        Life life = replica(process).life;
        world.freeze(life, length);
        if (length.compareTo(SESSION) > 0) {
            world.after(SESSION, () -> kafka.expel(life));
        }
    }

    /** Starts it again unless it lives. */
    public void restart(String process) {
        Replica<?> replica = replica(process);
        if (replica.life.dead()) {
            replica.start();
        }
    }

    /** An operator redrives everything that is parked anywhere, in some process that lives. */
    void redriveEverything() {
        for (Replica<?> replica : replicas.values()) {
            if (!replica.life.dead() && replica.name.endsWith("-1")) {
                Service service = replica.service;
                world.start(replica.life, "operator", service::redriveEverything);
            }
        }
    }

    /**
     * An operator has everything published again, service by service, each by some process that lives, and tells when
     * it is done everywhere.
     */
    void republishEverything(Instant from, Runnable done) {
        Set<String> missing = premises().stream().map(Premises::name).collect(Collectors.toCollection(TreeSet::new));
        Map<String, Life> asked = new HashMap<>();
        world.start(new Life("republishing operator"), "republish", () -> {
            while (!missing.isEmpty()) {
                for (Replica<?> replica : replicas.values()) {
                    String service = replica.service.premises().name();
                    Life before = asked.get(service);
                    if (missing.contains(service) && !replica.life.dead() && (before == null || before.dead())) {
                        asked.put(service, replica.life);
                        askToRepublish(replica, from, () -> missing.remove(service));
                    }
                }
                world.await(missing::isEmpty, OPERATORS_PATIENCE);
            }
            done.run();
        });
    }

    /** Kills who is frozen, and starts it again. */
    void endThoseThatStandStill() {
        for (Replica<?> replica : replicas.values()) {
            if (world.isFrozen(replica.life)) {
                kill(replica.name);
                restart(replica.name);
            }
        }
    }

    private void askToRepublish(Replica<?> replica, Instant from, Runnable done) {
        Service living = replica.service;
        world.start(replica.life, "republish", () -> {
            while (!living.republish(from)) {
                world.sleep(OPERATORS_PATIENCE);
            }
            done.run();
        });
    }

    /** The processes of order that live. */
    List<OrderService> orderServices() {
        List<OrderService> living = new ArrayList<>();
        for (Replica<?> replica : replicas.values()) {
            if (replica.service instanceof OrderService service && !replica.life.dead()) {
                living.add(service);
            }
        }
        return living;
    }

    public World world() {
        return world;
    }

    Bug bug() {
        return bug;
    }

    MessageIds ids() {
        return ids;
    }

    Clock clock() {
        return world.clock();
    }

    public Kafka kafka() {
        return kafka;
    }

    public SimulatedProvider provider() {
        return provider;
    }

    public Premises orderPremises() {
        return orderPremises;
    }

    public Premises inventoryPremises() {
        return inventoryPremises;
    }

    public Premises paymentPremises() {
        return paymentPremises;
    }

    public List<Premises> premises() {
        return List.of(orderPremises, inventoryPremises, paymentPremises);
    }

    public List<Database> databases() {
        return premises().stream().map(Premises::database).toList();
    }

    public SimulatedOrders orders() {
        return orders;
    }

    public SimulatedOperations operations() {
        return operations;
    }

    public SimulatedShelves shelves() {
        return shelves;
    }

    public SimulatedReservations reservations() {
        return reservations;
    }

    public SimulatedPayments payments() {
        return payments;
    }

    public Effects effects() {
        return effects;
    }

    private <S extends Service> void open(String service, int count, Function<Life, S> program) {
        for (int number = 1; number <= count; number++) {
            String name = service + "-" + number;
            Replica<S> replica = new Replica<>(name, program);
            replicas.put(name, replica);
        }
    }

    private Replica<?> replica(String name) {
        Replica<?> replica = replicas.get(name);
        if (replica == null) {
            throw new IllegalArgumentException("There is no process " + name);
        }
        return replica;
    }

    /** A process's place: one life after the other. */
    private static final class Replica<S extends Service> {

        private final String name;
        private final Function<Life, S> program;
        private Life life;
        private S service;

        Replica(String name, Function<Life, S> program) {
            this.name = name;
            this.program = program;
            this.life = new Life(name);
            this.service = program.apply(life);
        }

        void start() {
            life = new Life(name);
            service = program.apply(life);
        }
    }
}
