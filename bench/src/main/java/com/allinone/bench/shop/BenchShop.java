package com.allinone.bench.shop;

import com.allinone.bench.measuring.ProcessorTime;
import com.allinone.launcher.building.Build;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Kafka;
import com.allinone.launcher.parts.Keycloak;
import com.allinone.launcher.parts.Part;
import com.allinone.launcher.parts.Parts;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A shop like that of {@code ./shop up}, empty, made to be measured and then stopped. */
public final class BenchShop implements AutoCloseable {
    /** The outside world: what it uses is told, and is not the platform's. */
    public static final String PROVIDER = "provider-simulator";

    private static final String PAYMENT = "payment";
    private static final String MARK = "made-by-bench";

    private final Site site;
    private final Progress progress;
    private final Processes processes;
    private final List<Part> parts;
    private final boolean takesSpans;
    private Optional<SpanSink> spans = Optional.empty();
    private final Thread stopping = new Thread(this::stop, "stop");

    private BenchShop(Site site, Progress progress, List<Part> parts, boolean takesSpans) {
        this.site = site;
        this.takesSpans = takesSpans;
        this.progress = progress;
        this.processes = new Processes(site.home());
        this.parts = new CopyOnWriteArrayList<>(parts);
    }

    /** Builds what is stale, forgets what an earlier run left, and starts the whole shop. */
    public static BenchShop whole(Site site, Progress progress, boolean build) {
        build(site, progress, build, Service.NAMES);
        return of(site, progress, Parts.of(site).all());
    }

    /**
     * The same for these services alone and what they need: no ingress, no trace store. The provider tells payment itself
     * of what happened, and spans end in a {@link SpanSink}.
     */
    public static BenchShop services(Site site, Progress progress, boolean build, List<String> names) {
        build(site, progress, build, names);
        var parts = new ArrayList<Part>(List.of(new Postgres(site), new Kafka(site), new Keycloak(site)));
        if (names.contains(PAYMENT)) {
            parts.add(new DirectWebhooks(new Simulator(site), site.ports().service(PAYMENT)));
        }
        names.forEach(name -> parts.add(new Service(site, name)));
        return of(site, progress, parts, true);
    }

    private static void build(Site site, Progress progress, boolean build, List<String> services) {
        if (build) {
            var wanted = new ArrayList<>(services);
            if (services.contains(PAYMENT)) {
                wanted.add(PROVIDER);
            }
            new Build(site.home(), Clock.systemUTC()).refresh(wanted, progress);
        }
    }

    /** Starts these parts only. */
    public static BenchShop of(Site site, Progress progress, List<Part> parts) {
        return of(site, progress, parts, false);
    }

    private static BenchShop of(Site site, Progress progress, List<Part> parts, boolean takesSpans) {
        ProcessorTime.require();
        var shop = new BenchShop(site, progress, parts, takesSpans);
        shop.forget();
        site.home().requireFreeSpace();
        shop.takeSpans();
        Runtime.getRuntime().addShutdownHook(shop.stopping);
        new Startup(site.home(), progress).start(parts);
        return shop;
    }

    /** Only once nothing that an earlier run left listens on the port any more. */
    private void takeSpans() {
        if (takesSpans) {
            spans = Optional.of(SpanSink.on(site.ports().otlp()));
        }
    }

    public Site site() {
        return site;
    }

    /** Starts more parts; one that has the name of another takes its place. */
    public void start(List<? extends Part> more) {
        forgetNamed(more);
        parts.addAll(more);
        new Startup(site.home(), progress).start(List.copyOf(more));
    }

    /** Stops parts that were started before. */
    public void stop(List<? extends Part> some) {
        new Shutdown(processes, progress).stop(List.copyOf(some));
        forgetNamed(some);
    }

    private void forgetNamed(List<? extends Part> some) {
        parts.removeIf(part -> some.stream().anyMatch(each -> each.name().equals(part.name())));
    }

    /** One of the parts that were started. */
    public Part part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The process of a part. */
    public ProcessHandle process(String part) {
        return processes.find(part).orElseThrow(() -> processes.died(part));
    }

    /** The processes of the parts that run on a JVM, by name. */
    public Map<String, ProcessHandle> jvms() {
        var all = new TreeMap<String, ProcessHandle>();
        for (var part : parts) {
            var process = process(part.name());
            if (process.info().command().orElse("").endsWith("java")) {
                all.put(part.name(), process);
            }
        }
        return all;
    }

    /** Milliseconds of processor time of every part since it was started, by name. */
    public Map<String, Long> processorMillis() {
        var all = new TreeMap<String, Long>();
        parts.forEach(part -> all.put(part.name(), ProcessorTime.millis(process(part.name()))));
        return all;
    }

    /** Where the log of a part or of a tool is. */
    public Path log(String name) {
        return site.home().log(name);
    }

    /** Only what a bench has made is ever deleted. */
    private void forget() {
        var home = site.home().directory();
        try {
            if (Files.exists(home.resolve("secrets.properties")) && !Files.exists(home.resolve(MARK))) {
                throw Failure.usage(
                        "%s holds a shop that was not made to be measured; give another --home.".formatted(home));
            }
            var left = new ArrayList<>(Replica.every(site));
            left.addAll(Parts.everyKind(site).inStoppingOrder());
            new Shutdown(processes, progress).stop(left);
            new Shutdown(processes, progress).stop(List.copyOf(parts).reversed());
            for (var name : List.of("data", "run")) {
                delete(home.resolve(name));
            }
            Files.createDirectories(home);
            Files.writeString(home.resolve(MARK), "");
        } catch (IOException failed) {
            throw Failure.machine("Cannot forget what is in %s: %s.".formatted(home, failed.getMessage()));
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(stopping);
        stop();
    }

    private void stop() {
        new Shutdown(processes, progress).stop(List.copyOf(parts).reversed());
        spans.ifPresent(SpanSink::close);
    }
}
