package com.allinone.launcher.profiling;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.processes.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A part that runs on the JVM, as {@code jcmd} reaches it.
 *
 * @param part how it is called
 */
public record RunningJvm(String part, long pid) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The part's process, which must be a JVM: a native executable has nothing to attach to. */
    public static RunningJvm of(Processes processes, String part) {
        var process = processes
                .find(part)
                .orElseThrow(
                        () -> Failure.part("%s does not run; ./shop status tells which parts do.".formatted(part)));
        var jvm = new RunningJvm(part, process.pid());
        if (run(tool("jcmd"), "-l").lines().noneMatch(line -> line.startsWith(jvm.pid + " "))) {
            throw Failure.untrue(
                    "%s (pid %d) is no JVM. A native executable is looked at from outside; run it on the JVM to see more."
                            .formatted(part, jvm.pid));
        }
        return jvm;
    }

    /** What the JVM answers to one command of {@code jcmd PID help}. */
    public String ask(String... command) {
        var line = new ArrayList<>(List.of(tool("jcmd"), Long.toString(pid)));
        line.addAll(List.of(command));
        return run(line.toArray(String[]::new));
    }

    /** Records for so long and returns when the file is there. */
    public void record(Duration length, String settings, Path file) {
        ask("JFR.start", "name=shop", "settings=" + settings, "filename=" + file);
        try {
            Thread.sleep(length);
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
        } finally {
            ask("JFR.stop", "name=shop");
        }
    }

    /** What the JDK's {@code jfr} makes of a recording, as in {@code view hot-methods}. */
    public static String read(Path recording, String... what) {
        var line = new ArrayList<>(List.of(tool("jfr")));
        line.addAll(List.of(what));
        line.add(recording.toString());
        return run(line.toArray(String[]::new));
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** Into a file and not through a pipe: a tool that never ends would otherwise be read from for ever. */
    private static String run(String... line) {
        try {
            var answer = Files.createTempFile("jvm", ".txt");
            try {
                var process = new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(answer.toFile())
                        .start();
                var ended = process.waitFor(PATIENCE);
                var said = Files.readString(answer);
                if (!ended) {
                    process.destroyForcibly();
                    throw Failure.late(
                            "%s has not ended in %d s.".formatted(String.join(" ", line), PATIENCE.toSeconds()));
                }
                if (process.exitValue() != 0) {
                    throw Failure.untrue("%s failed: %s".formatted(String.join(" ", line), said.strip()));
                }
                return said;
            } finally {
                Files.delete(answer);
            }
        } catch (IOException missing) {
            throw Failure.machine("%s cannot be run: %s.".formatted(line[0], missing.getMessage()));
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            throw Failure.untrue("Interrupted while %s ran.".formatted(line[0]));
        }
    }
}
