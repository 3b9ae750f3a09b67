package com.allinone.chaos.shop;

import com.allinone.chaos.proxying.Proxies;
import com.allinone.launcher.building.Build;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Ingress;
import com.allinone.launcher.parts.Kafka;
import com.allinone.launcher.parts.Keycloak;
import com.allinone.launcher.parts.Part;
import com.allinone.launcher.parts.Postgres;
import com.allinone.launcher.parts.Service;
import com.allinone.launcher.parts.Simulator;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.processes.Processes;
import com.allinone.launcher.running.Progress;
import com.allinone.launcher.running.Shutdown;
import com.allinone.launcher.running.Startup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A shop of its own whose parts can be killed, frozen, cut off and started again, one by one. */
public final class BrokenShop implements AutoCloseable {
    private static final String MARK = "broken-on-purpose";
    private static final int DISK_GIB = 6;
    private static final int STARTS = 4;

    private final Site site;
    private final Wiring wiring;
    private final Progress progress;
    private final Processes processes;
    private final Map<String, Part> parts = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private final Map<String, Disk> disks = new HashMap<>();
    private final Databases databases;
    private final Broker broker;
    private Proxies proxies = Proxies.open(List.of());

    public BrokenShop(Site site, Progress progress) {
        this.site = site;
        this.progress = progress;
        this.wiring = new Wiring(site.ports());
        this.processes = new Processes(site.home());
        this.databases = new Databases(site);
        this.broker = new Broker(site);
        add(new Postgres(site));
        add(Altered.called(new Kafka(site), kafkaOverrides()));
        add(Altered.told(
                new Keycloak(site),
                Map.of(
                        "KC_DB_URL",
                        "jdbc:postgresql://127.0.0.1:%d/keycloak"
                                .formatted(wiring.entrance(Wiring.KEYCLOAK, Wiring.POSTGRES)))));
        add(Altered.called(new Ingress(site, false), ingressDetours()));
        add(Altered.told(
                new Simulator(site),
                Map.of(
                        "SIMULATOR_WEBHOOK_URL",
                        "http://127.0.0.1:%d/api/v1/payment/webhooks/stripe"
                                .formatted(wiring.entrance(Wiring.PROVIDER, Wiring.INGRESS)))));
        Wiring.processes().forEach(process -> add(replica(process, Map.of())));
    }

    /** Builds what is stale, forgets what an earlier run left, and starts everything anew. */
    public void open(boolean build) {
        if (build) {
            var wanted = Stream.concat(Service.NAMES.stream(), Stream.of("provider-simulator"));
            new Build(site.home(), Clock.systemUTC()).refresh(wanted.toList(), progress);
        }
        forget();
        site.home().requireFreeSpace();
        for (var part : List.of(Wiring.POSTGRES, Wiring.KAFKA)) {
            part(part).prepare();
            disks.put(part, Disk.under(site.home(), part, DISK_GIB));
        }
        proxies = Proxies.open(wiring.links());
        new Startup(site.home(), progress)
                .start(order.stream()
                        .filter(name -> !name.endsWith("-2"))
                        .map(this::part)
                        .toList());
    }

    /** Only what such a shop has made is ever deleted. */
    private void forget() {
        var home = site.home().directory();
        try {
            if (Files.exists(home.resolve("secrets.properties")) && !Files.exists(home.resolve(MARK))) {
                throw Failure.usage(
                        "%s holds a shop that is not there to be broken; give another --home.".formatted(home));
            }
            stopAll();
            Disk.unmountAll(site.home());
            for (var name : List.of("data", "run", "disk", "lost", "log", "history.jsonl")) {
                delete(home.resolve(name));
            }
            Files.createDirectories(home);
            Files.writeString(home.resolve(MARK), "");
        } catch (IOException failed) {
            throw Failure.machine("Cannot forget what is in %s: %s.".formatted(home, failed.getMessage()));
        }
    }

    public Site site() {
        return site;
    }

    public Databases databases() {
        return databases;
    }

    public Broker broker() {
        return broker;
    }

    public Proxies proxies() {
        return proxies;
    }

    public Progress progress() {
        return progress;
    }

    public Wiring wiring() {
        return wiring;
    }

    public Disk disk(String part) {
        return Optional.ofNullable(disks.get(part)).orElseThrow(() -> new IllegalArgumentException(part));
    }

    /** Where shoppers reach it. */
    public String origin() {
        return "http://127.0.0.1:" + wiring.entrance(Wiring.CLIENTS, Wiring.INGRESS);
    }

    /** The provider's own door, for its books and its weather. */
    public String provider() {
        return "http://127.0.0.1:" + site.ports().simulator();
    }

    public Path log(String part) {
        return site.home().log(part);
    }

    public Part part(String name) {
        return Optional.ofNullable(parts.get(name)).orElseThrow(() -> new IllegalArgumentException(name));
    }

    public Optional<ProcessHandle> find(String part) {
        return processes.find(part);
    }

    /** The process of a part that must run. */
    public ProcessHandle process(String part) {
        return find(part).orElseThrow(() -> new IllegalStateException(part + " does not run"));
    }

    /** {@code kill -9} of the part and of all that it started; returns when nothing of it is left. */
    public void kill(String part) throws InterruptedException {
        var process = process(part);
        var family = Stream.concat(Stream.of(process), process.descendants()).toList();
        process.destroyForcibly();
        // PostgreSQL's children notice by themselves that their postmaster has gone; the last of them may be slow.
        for (var look = 0; look < 100 && family.stream().anyMatch(Signals::runs); look++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        family.forEach(ProcessHandle::destroyForcibly);
        while (find(part).isPresent()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Asks the part to end; returns whether it ended by itself within its grace. */
    public boolean stop(String part) {
        var process = process(part);
        var begun = System.nanoTime();
        processes.stop(part, part(part).stopSignal(), part(part).grace());
        return !Signals.runs(process)
                && System.nanoTime() - begun < part(part).grace().toNanos();
    }

    /** Starts the part; returns when it is healthy. A part that dies while starting is started again a few times. */
    public void start(String part) {
        start(part(part));
    }

    /** Starts a process of a service that is told more than usual. */
    public void start(String process, Map<String, String> extra) {
        start(replica(process, extra));
    }

    private void start(Part part) {
        var quiet = new Progress(new java.io.PrintWriter(java.io.Writer.nullWriter()));
        for (var attempt = 1; ; attempt++) {
            try {
                new Startup(site.home(), quiet).start(List.of(part));
                return;
            } catch (Failure failed) {
                if (attempt == STARTS) {
                    throw failed;
                }
                progress.part(part.name(), "did not start, once more: " + failed.sentence());
            }
        }
    }

    /** Everything is as it was made: no weather, no full disk, every part runs, no second replica. */
    public void heal() throws IOException {
        proxies.heal();
        for (var disk : disks.values()) {
            disk.empty();
        }
        for (var name : order) {
            find(name).ifPresent(Signals::thaw);
            if (name.endsWith("-2")) {
                processes.stop(name, part(name).stopSignal(), part(name).grace());
            } else {
                start(name);
            }
        }
    }

    /** Where the records of a broker whose log was deleted are kept, for the books. */
    public Path lost() throws IOException {
        return Files.createDirectories(site.home().directory().resolve("lost"));
    }

    /** Where the broker keeps its log. */
    public Path kafkaLog() {
        return site.home().data(Wiring.KAFKA).resolve("log");
    }

    @Override
    public void close() {
        stopAll();
        proxies.close();
        disks.values().forEach(Disk::unmount);
    }

    private void stopAll() {
        order.forEach(name -> find(name).ifPresent(Signals::thaw));
        var quiet = new Progress(new java.io.PrintWriter(java.io.Writer.nullWriter()));
        new Shutdown(processes, quiet)
                .stop(order.reversed().stream().map(this::part).toList());
    }

    private void add(Part part) {
        parts.put(part.name(), part);
        order.add(part.name());
    }

    private Replica replica(String process, Map<String, String> extra) {
        return new Replica(wiring, process, new Service(site, Wiring.name(process)), extra);
    }

    /** A listener for each process, whose advertised port is that of the proxy before it. */
    private List<String> kafkaOverrides() {
        var ports = site.ports();
        var listeners = new ArrayList<String>();
        var advertised = new ArrayList<String>();
        var protocols = new ArrayList<String>();
        listeners.add("CONTROLLER://127.0.0.1:" + ports.kafkaController());
        protocols.add("CONTROLLER:PLAINTEXT");
        listeners.add("PLAINTEXT://127.0.0.1:" + ports.kafka());
        advertised.add("PLAINTEXT://127.0.0.1:" + ports.kafka());
        protocols.add("PLAINTEXT:PLAINTEXT");
        for (var link : wiring.links()) {
            if (link.to().equals(Wiring.KAFKA)) {
                var name = "TO_" + link.from().replace('-', '_').toUpperCase(java.util.Locale.ROOT);
                listeners.add(name + "://127.0.0.1:" + link.exit());
                advertised.add(name + "://127.0.0.1:" + link.entrance());
                protocols.add(name + ":PLAINTEXT");
            }
        }
        return Stream.of(
                        "listeners=" + String.join(",", listeners),
                        "advertised.listeners=" + String.join(",", advertised),
                        "listener.security.protocol.map=" + String.join(",", protocols),
                        "inter.broker.listener.name=PLAINTEXT",
                        "num.network.threads=1")
                .flatMap(property -> Stream.of("--override", property))
                .toList();
    }

    private List<String> ingressDetours() {
        return wiring.links().stream()
                .filter(link -> link.from().equals(Wiring.INGRESS))
                .map(link -> link.to() + "=" + link.entrance())
                .toList();
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
