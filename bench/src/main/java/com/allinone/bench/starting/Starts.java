package com.allinone.bench.starting;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Part;
import com.allinone.launcher.processes.Memory;
import com.allinone.launcher.processes.Processes;
import com.allinone.launcher.processes.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts one service again and again, each time in a process that holds nothing yet. */
final class Starts {
    private static final int LOOK_MILLIS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final Processes processes;
    private final Part part;

    Starts(Processes processes, Part part) {
        this.processes = processes;
        this.part = part;
    }

    /**
     * One start.
     *
     * @param seconds from the start of the process to the first 200 of its readiness
     * @param bytes resident five seconds later
     */
    record Start(double seconds, long bytes) {}

    /** Starts it with more options of the JVM, measures, and stops it in good order. */
    Start once(List<String> options) throws InterruptedException {
        return once(with(options));
    }

    /** Starts an executable instead. */
    Start once(Path executable) throws InterruptedException {
        var program = part.program();
        var mark = program.command().stream()
                .filter(word -> word.startsWith("-Dallinone.shop="))
                .toList();
        var command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(mark);
        return once(new Program(command, program.environment(), program.directory(), program.version()));
    }

    private Start once(Program program) throws InterruptedException {
        var begun = System.nanoTime();
        var process = processes.start(part.name(), program);
        try {
            while (!ready(part.ports().getFirst())) {
                if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw processes.died(part.name());
                }
                Thread.sleep(LOOK_MILLIS);
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            TimeUnit.MILLISECONDS.sleep(SETTLED.toMillis());
            return new Start(seconds, Memory.of(process));
        } finally {
            processes.stop(part.name(), part.stopSignal(), part.grace());
        }
    }

    private Program with(List<String> options) {
        var program = part.program();
        var command = new ArrayList<>(program.command());
        command.addAll(1, options);
        return new Program(command, program.environment(), program.directory(), program.version());
    }

    /** A request written by hand: a client library would take longer to load than some services to start. */
    private static boolean ready(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write("GET /q/health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return line.endsWith(" 200");
        } catch (IOException notYet) {
            return false;
        }
    }

    static void require(boolean built, String service) {
        if (!built) {
            throw Failure.usage("%s is not built; leave --no-build out.".formatted(service));
        }
    }
}
