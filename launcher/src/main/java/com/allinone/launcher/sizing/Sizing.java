package com.allinone.launcher.sizing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a peak takes; a pure function of the peak and the figures. */
public final class Sizing {
    /** Those that every order goes through by messages; a partition has one reader of each. */
    private static final List<String> CONSUMING = List.of("order", "inventory", "payment");

    private static final List<String> ANSWERING = List.of("catalog", "identity");
    private static final int FEWEST = 2;
    /** A whole number of partitions for 2, 3 and 6 replicas each. */
    private static final int PARTITION_STEP = 6;

    private static final double BYTES_A_MEGABYTE = 1_000_000;
    private final SizingFiles files;
    private final double peak;
    private final double reads;

    /**
     * Of one peak.
     *
     * @param peak orders a second
     * @param readsPerOrder how often the catalog is asked for each order, past all caches
     */
    public Sizing(SizingFiles files, double peak, double readsPerOrder) {
        this.files = files;
        this.peak = peak;
        this.reads = peak * readsPerOrder;
    }

    public List<Need> needs() {
        var needs = new ArrayList<Need>();
        CONSUMING.forEach(service -> needs.add(replicas(service, 0)));
        ANSWERING.forEach(service -> needs.add(replicas(service, service.equals("catalog") ? readMillis() : 0)));
        needs.add(partitions(needs));
        needs.add(connections(needs));
        needs.add(database());
        needs.addAll(kafka());
        needs.add(relay());
        needs.add(nodes());
        return List.copyOf(needs);
    }

    /** The smallest profile that is meant for it. */
    public Optional<String> profile() {
        return files.profiles().properties().stream()
                .filter(each -> each.getValue().path("ordersPerSecond").asDouble() >= peak)
                .map(java.util.Map.Entry::getKey)
                .findFirst();
    }

    /** What a profile has of it; empty where profiles do not say. */
    public static Optional<Long> has(JsonNode profile, String what) {
        if (what.endsWith(" replicas")) {
            return Optional.of(profile.path("services")
                    .path(what.replace(" replicas", ""))
                    .path("most")
                    .asLong());
        }
        return switch (what) {
            case "partitions a topic" ->
                Optional.of(profile.path("kafka").path("partitions").asLong());
            case "connections" ->
                Optional.of(profile.path("database").path("maxConnections").asLong());
            case "database vCPUs" ->
                Optional.of(profile.path("database").path("vcpus").asLong());
            case "Kafka MB/s" ->
                Optional.of(
                        profile.path("kafka").path("ingressMegabytesPerSecond").asLong());
            case "Kafka brokers" ->
                Optional.of(profile.path("kafka").path("brokers").asLong());
            case "node vCPUs" ->
                Optional.of(profile.path("nodes").path("most").asLong()
                        * profile.path("nodes").path("vcpus").asLong());
            default -> Optional.empty();
        };
    }

    private Need replicas(String service, double moreMillis) {
        var busy = files.figure("busy");
        var cores = (peak * files.cpuMillis(service) + moreMillis) / 1_000;
        var each = files.figure("coresPerReplica");
        var bearing = Math.max(1, (long) Math.ceil(cores / busy / each));
        var amount = Math.max(FEWEST, zonesLess(bearing));
        return new Need(
                service + " replicas",
                amount,
                String.format(
                        Locale.ROOT,
                        "%.0f/s x %.3f ms%s = %.2f cores; / %.1f busy / %.0f cores each = %d; so that two of three zones"
                                + " bear it: %d",
                        peak,
                        files.cpuMillis(service),
                        moreMillis > 0
                                ? String.format(Locale.ROOT, " + %.0f reads/s x %.3f ms", reads, millisOfRead())
                                : "",
                        cores,
                        busy,
                        each,
                        bearing,
                        amount));
    }

    private Need partitions(List<Need> needs) {
        var most = needs.stream()
                .filter(need -> CONSUMING.contains(need.what().replace(" replicas", "")))
                .mapToLong(Need::amount)
                .max()
                .orElse(0);
        var amount = (most + PARTITION_STEP - 1) / PARTITION_STEP * PARTITION_STEP;
        return new Need(
                "partitions a topic",
                amount,
                String.format(
                        Locale.ROOT,
                        "at least as many as replicas that consume (%d), in steps of %d; more than now means new topics and a"
                                + " drain",
                        most,
                        PARTITION_STEP));
    }

    private Need connections(List<Need> needs) {
        var replicas = needs.stream()
                .filter(need -> need.what().endsWith(" replicas"))
                .mapToLong(Need::amount)
                .sum();
        var each = (long) files.figure("connectionsPerReplica");
        var besides = (long) files.figure("connectionsBesides");
        return new Need(
                "connections",
                replicas * each + besides,
                String.format(
                        Locale.ROOT,
                        "%d replicas x %d + %d for migrations, people and rotation",
                        replicas,
                        each,
                        besides));
    }

    private Need database() {
        var cores = (peak * files.cpuMillis("postgres") + readMillis()) / 1_000;
        var amount = (long) Math.ceil(cores / files.figure("busy"));
        return new Need(
                "database vCPUs",
                amount,
                String.format(
                        Locale.ROOT,
                        "(%.0f/s x %.3f ms + %.0f reads/s x %.3f ms) / 1000 = %.2f cores; / %.1f busy; %s",
                        peak,
                        files.cpuMillis("postgres"),
                        reads,
                        millisOfRead(),
                        cores,
                        files.figure("busy"),
                        Writer.with(amount)
                                .map(writer -> "the smallest writer that has them is " + writer.type())
                                .orElse("no single writer has them: split the databases")));
    }

    private List<Need> kafka() {
        var megabytes = peak * files.figure("recordsPerOrder") * files.figure("bytesPerRecord") / BYTES_A_MEGABYTE;
        var cores = peak * files.cpuMillis("kafka") / 1_000;
        var brokers = Math.max(3, 3 * (long) Math.ceil(cores / files.figure("busy") / 2 / 3));
        return List.of(
                new Need(
                        "Kafka MB/s",
                        (long) Math.ceil(megabytes),
                        String.format(
                                Locale.ROOT,
                                "%.0f/s x %.0f records x %.0f bytes = %.1f MB/s",
                                peak,
                                files.figure("recordsPerOrder"),
                                files.figure("bytesPerRecord"),
                                megabytes)),
                new Need(
                        "Kafka brokers",
                        brokers,
                        String.format(
                                Locale.ROOT,
                                "%.0f/s x %.3f ms = %.2f cores; / %.1f busy, 2 a broker, one in each zone at least",
                                peak,
                                files.cpuMillis("kafka"),
                                cores,
                                files.figure("busy"))));
    }

    /** Of each service one relay publishes at a time, so this does not grow with replicas. */
    private Need relay() {
        var rows = peak * files.figure("outboxRowsPerOrder");
        return new Need(
                "relay share in %",
                Math.round(100 * rows / files.figure("relayRowsPerSecond")),
                String.format(
                        Locale.ROOT,
                        "%.0f/s x %.0f rows of order = %.0f of the %.0f a second that one relay publishes",
                        peak,
                        files.figure("outboxRowsPerOrder"),
                        rows,
                        files.figure("relayRowsPerSecond")));
    }

    private Need nodes() {
        var millis = CONSUMING.stream().mapToDouble(files::cpuMillis).sum()
                + ANSWERING.stream().mapToDouble(files::cpuMillis).sum()
                + files.cpuMillis("ingress")
                + files.cpuMillis("keycloak")
                + files.cpuMillis("traces");
        var cores = (peak * millis + readMillis()) / 1_000;
        var amount = zonesLess((long) Math.ceil(cores / files.figure("busy") + files.figure("platformCores")));
        return new Need(
                "node vCPUs",
                amount,
                String.format(
                        Locale.ROOT,
                        "(%.0f/s x %.3f ms + reads) / 1000 = %.2f cores; / %.1f busy + %.0f for the platform; so that two of"
                                + " three zones bear it",
                        peak,
                        millis,
                        cores,
                        files.figure("busy"),
                        files.figure("platformCores")));
    }

    /** With one zone lost, the others bear the peak. */
    private long zonesLess(long amount) {
        var zones = files.figure("zones");
        return (long) Math.ceil(amount * zones / (zones - 1));
    }

    private double readMillis() {
        return reads * millisOfRead();
    }

    private double millisOfRead() {
        return files.figure("cpuMillisPerRead") / 2;
    }
}
