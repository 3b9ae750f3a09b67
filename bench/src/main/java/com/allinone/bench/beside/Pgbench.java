package com.allinone.bench.beside;

import com.allinone.bench.measuring.ProcessorTime;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.running.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
public final class Pgbench implements Peer {
    public static final int SCALE = 50;
    public static final int CLIENTS = 16;
    private static final String NAME = "pgbench";
    static final Pattern DONE = Pattern.compile("number of transactions actually processed: (\\d+)");
    static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");

    private final OwnPostgres server;
    private final Path program;

    private Pgbench(OwnPostgres server, Path program) {
        this.server = server;
        this.program = program;
    }

    /** Starts the server, beside a shop, and its database is still empty. */
    public static Pgbench start(Site shop, Progress progress) {
        var program = find().orElseThrow(() -> Failure.machine("./shop bench measures beside pgbench, and it was not"
                + " found: install PostgreSQL's client programs (Debian: postgresql-client or postgresql-contrib;"
                + " macOS: brew install libpq) so that pgbench is on the PATH."));
        return new Pgbench(OwnPostgres.start(shop, NAME, 1, progress), program);
    }

    /** Starts the server and fills the tables of TPC-B. */
    public static Pgbench tpcB(Site shop, Progress progress) throws InterruptedException {
        var pgbench = start(shop, progress);
        try {
            progress.part(NAME, "filling its tables, scale %d".formatted(SCALE));
            return pgbench.filled();
        } catch (RuntimeException | InterruptedException failed) {
            pgbench.close();
            throw failed;
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "pgbench TPC-B, scale %d, %d clients".formatted(SCALE, CLIENTS);
    }

    @Override
    public String unit() {
        return "transaction";
    }

    /** Fills the tables of TPC-B. */
    private Pgbench filled() throws InterruptedException {
        output(List.of("--initialize", "--quiet", "--scale=" + SCALE));
        return this;
    }

    /** Makes what a script of one's own needs. */
    public Pgbench prepared(String... statements) throws SQLException {
        server.run(statements);
        return this;
    }

    /** TPC-B, the built-in script, as pgbench runs it by default. */
    @Override
    public Run run(int seconds) throws InterruptedException {
        return measured(seconds, List.of());
    }

    /** A script of one's own. */
    public Run script(String text, int seconds) throws InterruptedException, IOException {
        var file = Files.writeString(server.file("script.sql"), text);
        return measured(seconds, List.of("--no-vacuum", "--file=" + file));
    }

    @Override
    public Map<String, Long> processorMillis() {
        return server.processorMillis();
    }

    private Run measured(int seconds, List<String> more) throws InterruptedException {
        var arguments = new ArrayList<>(List.of("--client=" + CLIENTS, "--jobs=2", "--time=" + seconds));
        arguments.addAll(more);
        var before = processorMillis();
        var own = ProcessorTime.millis(ProcessHandle.current());
        var output = output(arguments);
        var client = ProcessorTime.millis(ProcessHandle.current()) - own;
        var used = ProcessorTime.between(before, processorMillis());
        return new Run(Long.parseLong(found(DONE, output)), Double.parseDouble(found(TPS, output)), used, client);
    }

    private String output(List<String> arguments) throws InterruptedException {
        var command = new ArrayList<>(List.of(
                program.toString(), "--host=127.0.0.1", "--port=" + server.port(), "--username=" + server.user()));
        command.addAll(arguments);
        command.add(server.database());
        var builder = new ProcessBuilder(command)
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(server.log("pgbench").toFile()));
        builder.environment().put("PGPASSWORD", server.password());
        try {
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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
