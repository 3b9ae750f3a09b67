package com.allinone.endtoend.shop;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A running shop.
 *
 * <p>By default the stories start an empty one in {@code target/shop} and stop it in the end. With {@code -Dshop.home}
 * (and {@code -Dshop.port-offset}) they use one that is there and leave it running, which makes telling a single story
 * again and again quick.
 */
public final class Shop implements AutoCloseable {

    public static final List<String> SERVICES = List.of("catalog", "order", "inventory", "payment", "identity");

    /** How long an order may wait in this shop: longer than a service needs to start on a busy machine. */
    public static final Duration DEADLINE = Duration.parse(System.getProperty("shop.deadline", "PT40S"));

    /** How long what a killed payment service was at waits for another: less than the deadline, or orders are lost. */
    private static final Duration LEASE = DEADLINE.dividedBy(2);

    /** What moved within it is on its way and not compared yet. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    /** What its services are told. */
    public static final Map<String, String> SETTINGS = Map.of(
            "order.fulfilment.deadline", DEADLINE.toString(),
            "payment.worker.lease", LEASE.toString(),
            "order.reconciliation.quiet", QUIET.toString());

    /** Keeps all ports below those that the operating system gives to clients, and apart from a shop at offset 0. */
    private static final int PORT_OFFSET = Integer.getInteger("shop.port-offset", 7_000);

    private final ShopCommand command;
    private final Path home;
    private final boolean ours;

    private Shop(Path home, boolean ours) {
        this.command = new ShopCommand(home, PORT_OFFSET);
        this.home = home;
        this.ours = ours;
    }

    /** A shop in which everything runs. */
    static Shop open() {
        String given = System.getProperty("shop.home", "");
        boolean ours = given.isEmpty();
        Shop shop =
                new Shop(Path.of(ours ? "target/shop" : given).toAbsolutePath().normalize(), ours);
        if (ours) {
            shop.command.run("reset");
            shop.command.run("up", starting("--detach"));
        }
        return shop;
    }

    public String origin() {
        return "http://localhost:" + port(8080);
    }

    public Databases databases() {
        return new Databases(port(15_432), secrets());
    }

    public ProviderBooks provider() {
        return new ProviderBooks("http://127.0.0.1:" + port(8083));
    }

    /** Where the traces are: in Jaeger, where one is named; else in what the shop has found. */
    public TraceStore traces() {
        boolean jaeger = command.runs("jaeger");
        if (!jaeger && ShopCommand.JAEGER != null) {
            throw new IllegalStateException("JAEGER names " + ShopCommand.JAEGER + ", and the shop runs no Jaeger");
        }
        return jaeger
                ? new JaegerTraces("http://127.0.0.1:" + port(16_686))
                : new ZipkinTraces("http://127.0.0.1:" + port(9411));
    }

    public Secrets secrets() {
        return new Secrets(home.resolve("secrets.properties"));
    }

    /** Where it keeps its data, logs and copies of what was built. */
    public Path home() {
        return home;
    }

    public Path checkout() {
        return command.checkout();
    }

    public int portOffset() {
        return PORT_OFFSET;
    }

    /** Has all books compared, everything there is. */
    public ShopCommand.Said reconciles() {
        return command.ask("reconcile", "--full", "--json");
    }

    /** Has an order explained. */
    public ShopCommand.Said explains(String order) {
        return command.ask("explain", order, "--json");
    }

    /** Has its databases copied while it works. */
    public void backsUp() {
        command.run("backup");
    }

    /** Goes back to a moment; whether all books agree after it. */
    public boolean restores(Instant moment) {
        int exitCode = command.run(
                Set.of(0, 3),
                "restore",
                Stream.concat(Stream.of("--at", moment.toString()), settings()).toArray(String[]::new));
        return exitCode == 0;
    }

    /** Stops one part as its owner would, and returns when it is gone. */
    public void stops(String part) {
        command.run("down", part);
    }

    /** Kills one part in the middle of whatever it does. */
    public void kills(String part) {
        command.kill(part);
    }

    /** Starts those of the parts that do not run, and returns when they are ready. */
    public void starts(String... parts) {
        command.run("up", starting(parts));
    }

    /** Everything was built by the build that runs the stories. */
    private static String[] starting(String... what) {
        return Stream.of(Stream.of("--no-build"), settings(), Stream.of(what))
                .flatMap(Function.identity())
                .toArray(String[]::new);
    }

    private static Stream<String> settings() {
        return SETTINGS.entrySet().stream()
                .flatMap(setting -> Stream.of("--set", setting.getKey() + "=" + setting.getValue()));
    }

    @Override
    public void close() {
        if (ours) {
            command.run("down");
        }
    }

    private static int port(int number) {
        return number + PORT_OFFSET;
    }
}
