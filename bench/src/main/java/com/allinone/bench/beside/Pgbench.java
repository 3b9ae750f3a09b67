package com.allinone.bench.beside;

import com.allinone.bench.measuring.ProcessorTime;
import com.allinone.bench.shop.BenchShop;
import com.allinone.bench.shop.Databases;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.home.Ports;
import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.parts.Postgres;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.running.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own benchmark, against a server of its own with the shop's programs and settings. */
public final class Pgbench implements AutoCloseable {
    public static final int SCALE = 50;
    public static final int CLIENTS = 16;
    private static final String DATABASE = "pgbench";
    static final Pattern DONE = Pattern.compile("number of transactions actually processed: (\\d+)");
    static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");

    private final BenchShop server;
    private final Databases databases;
    private final Path program;

    private Pgbench(BenchShop server, Path program) {
        this.server = server;
        this.databases = new Databases(server.site());
        this.program = program;
    }

    /**
     * What one run did.
     *
     * @param serverMillis processor time of the server
     * @param clientMillis processor time of pgbench itself
     */
    public record Run(long transactions, double perSecond, long serverMillis, long clientMillis) {}

    /** Starts the server, beside a shop, and its database is still empty. */
    public static Pgbench start(Site shop, Progress progress) {
        var program = find().orElseThrow(() -> Failure.machine("./shop bench measures beside pgbench, and it was not"
                + " found: install PostgreSQL's client programs (Debian: postgresql-client or postgresql-contrib;"
                + " macOS: brew install libpq) so that pgbench is on the PATH."));
        var home = new ShopHome(
                shop.home().checkout(),
                shop.home().directory().resolveSibling(shop.home().directory().getFileName() + "-pgbench"));
        var site = new Site(
                home,
                new Ports(shop.ports().offset() + 1),
                new com.allinone.launcher.home.Secrets(home.directory()),
                Map.of());
        var server = BenchShop.of(site, progress, List.of(new Postgres(site)));
        try {
            new Databases(site).run("postgres", "create database " + DATABASE);
            return new Pgbench(server, program);
        } catch (SQLException failed) {
            server.close();
            throw Failure.part("postgres refused the database for pgbench: " + failed.getMessage());
        }
    }

    /** Fills the tables of TPC-B. */
    public Pgbench filled() throws InterruptedException {
        output(List.of("--initialize", "--quiet", "--scale=" + SCALE));
        return this;
    }

    /** Makes what a script of one's own needs. */
    public Pgbench prepared(String... statements) throws SQLException {
        databases.run(DATABASE, statements);
        return this;
    }

    /** TPC-B, the built-in script, as pgbench runs it by default. */
    public Run tpcB(int seconds) throws InterruptedException {
        return run(seconds, List.of());
    }

    /** A script of one's own. */
    public Run script(String text, int seconds) throws InterruptedException, IOException {
        var file = Files.writeString(server.site().home().run().resolve("script.sql"), text);
        return run(seconds, List.of("--no-vacuum", "--file=" + file));
    }

    /** The first column of the only row. */
    public long number(String query) throws SQLException {
        return databases.number(DATABASE, query);
    }

    private Run run(int seconds, List<String> more) throws InterruptedException {
        var before = server.processorMillis().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        var arguments = new ArrayList<>(List.of("--client=" + CLIENTS, "--jobs=2", "--time=" + seconds));
        arguments.addAll(more);
        var own = ProcessorTime.millis(ProcessHandle.current());
        var output = output(arguments);
        var client = ProcessorTime.millis(ProcessHandle.current()) - own;
        var after = server.processorMillis().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new Run(
                Long.parseLong(found(DONE, output)), Double.parseDouble(found(TPS, output)), after - before, client);
    }

    private String output(List<String> arguments) throws InterruptedException {
        var command = new ArrayList<>(List.of(
                program.toString(),
                "--host=127.0.0.1",
                "--port=" + server.site().ports().postgres(),
                "--username=" + databases.user()));
        command.addAll(arguments);
        command.add(DATABASE);
        var builder = new ProcessBuilder(command)
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(server.log("pgbench").toFile()));
        builder.environment().put("PGPASSWORD", databases.password());
        try {
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw Failure.part("pgbench failed; why is in %s.".formatted(server.log("pgbench")));
            }
            return output;
        } catch (IOException failed) {
            throw Failure.machine("pgbench cannot be run: %s.".formatted(failed.getMessage()));
        }
    }

    static String found(Pattern pattern, String output) {
        var matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw Failure.part("pgbench said something else than expected: " + output);
        }
        return matcher.group(1);
    }

    /** On the PATH, or where Debian keeps it off the PATH. */
    static Optional<Path> find() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                        Arrays.stream(path.split(File.pathSeparator)).map(Path::of),
                        Stream.of(18, 17, 16, 15).map(version -> Path.of("/usr/lib/postgresql/" + version + "/bin")))
                .map(directory -> directory.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        server.close();
    }
}
