package com.allinone.bench.beside;

import com.allinone.bench.generating.Finished;
import com.allinone.bench.measuring.ProcessorTime;
import com.allinone.bench.programs.AskedProgram;
import com.allinone.bench.workflows.EngineSetting;
import com.allinone.bench.workflows.StepTable;
import com.allinone.bench.workflows.Stint;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.running.Progress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A workflow engine: a PostgreSQL of its own, and a JVM in which its workflows and those who start them run. */
final class Engine implements Peer {
    /** Connections to PostgreSQL, so that no thread waits long for one. */
    static final int CONNECTIONS = 64;

    private static final List<Integer> THREADS = List.of(32, 64, 128);
    private static final int HEAP_MIB = 1_024;
    private static final String PROGRAM = "jvm";

    private final String name;
    private final String title;
    private final OwnPostgres server;
    private final AskedProgram program;
    private final int threads;

    private Engine(String name, String title, OwnPostgres server, AskedProgram program, int threads) {
        this.name = name;
        this.title = title;
        this.server = server;
        this.program = program;
        this.threads = threads;
    }

    /**
     * Starts the program beside its server, warms it up, and finds how many threads it does most with.
     *
     * @param title with the version
     * @param main of {@code com.allinone.bench.workflows}
     * @param warmUpSeconds half for warming up, and half for finding the threads
     */
    static Engine start(
            String name,
            String title,
            OwnPostgres server,
            Class<?> main,
            EngineSetting setting,
            int warmUpSeconds,
            Progress progress) {
        try {
            server.run(StepTable.CREATE);
            var peers = server.site().home().checkout().resolve(Path.of("bench", "target", "peers"));
            var kind = new AskedProgram.Kind(title, main, HEAP_MIB, List.of(peers));
            var program = AskedProgram.start(kind, setting, server.file("setting.json"), server.log(PROGRAM));
            try {
                var threads = best(name, program, warmUpSeconds, progress);
                return new Engine(name, title, server, program, threads);
            } catch (RuntimeException failed) {
                program.close();
                throw failed;
            }
        } catch (SQLException failed) {
            server.close();
            throw Failure.part("postgres refused the table for %s: %s.".formatted(name, failed.getMessage()));
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    private static int best(String name, AskedProgram program, int warmUpSeconds, Progress progress) {
        var first = new Stint(THREADS.get(1), Math.max(1, warmUpSeconds / 2));
        var trial = Math.max(1, warmUpSeconds / 2 / THREADS.size());
        progress.part(name, "warming up for %d s".formatted(first.seconds()));
        program.ask(first, Finished.class);
        var found = new TreeMap<Integer, Double>();
        for (var threads : THREADS) {
            var perSecond =
                    program.ask(new Stint(threads, trial), Finished.class).perSecond();
            progress.part(name, "%d threads: %.0f workflows/s".formatted(threads, perSecond));
            found.put(threads, perSecond);
        }
        return found.entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }

    static EngineSetting setting(OwnPostgres server, int ingressPort, int adminPort, int handlerPort) {
        return new EngineSetting(
                server.jdbcUrl(), server.user(), server.password(), CONNECTIONS, ingressPort, adminPort, handlerPort);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return String.format(Locale.ROOT, "%s, %d threads", title, threads);
    }

    @Override
    public String unit() {
        return "workflow";
    }

    @Override
    public Run run(int seconds) {
        var rows = rows();
        var before = processorMillis();
        var finished = program.ask(new Stint(threads, seconds), Finished.class);
        var used = ProcessorTime.between(before, processorMillis());
        var wanted = finished.calls() * StepTable.STEPS.size();
        if (rows() - rows != wanted) {
            throw Failure.untrue("%s says that it ended %d workflows, but they wrote %d rows instead of %d."
                    .formatted(title, finished.calls(), rows() - rows, wanted));
        }
        return new Run(finished.calls(), finished.perSecond(), used, 0);
    }

    private long rows() {
        try {
            return server.number(StepTable.COUNT);
        } catch (SQLException failed) {
            throw Failure.part("postgres did not count the rows of %s: %s.".formatted(name, failed.getMessage()));
        }
    }

    @Override
    public Map<String, Long> processorMillis() {
        var all = new TreeMap<>(server.processorMillis());
        all.put(PROGRAM, program.processorMillis());
        return all;
    }

    @Override
    public void close() {
        program.close();
        server.close();
    }
}
