package com.allinone.launcher.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered about a process that was started. The start time tells it from another process that got the same
 * pid later.
 *
 * @param name the part
 * @param pid its process
 * @param startedAt when the process started, milliseconds since 1970, as the operating system says
 * @param fingerprint of the program that was started
 */
public record RunningPart(String name, long pid, long startedAt, String fingerprint) {
    /** The kernel's clock and ours may disagree by a second between two looks. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static RunningPart of(String name, ProcessHandle process, String fingerprint) {
        var startedAt = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        return new RunningPart(name, process.pid(), startedAt, fingerprint);
    }

    /** The process, if it still runs and is the one that was started. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(RunningPart::runs).filter(this::isTheOneThatWasStarted);
    }

    private boolean isTheOneThatWasStarted(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start ->
                        Duration.between(start, Instant.ofEpochMilli(startedAt)).abs())
                .filter(difference -> difference.compareTo(TOLERANCE) <= 0)
                .isPresent();
    }

    /** Whether it runs: a dead process that nobody has reaped yet (a zombie) does not. */
    static boolean runs(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        var stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            var line = Files.exists(stat) ? Files.readString(stat) : "";
            return !line.substring(line.lastIndexOf(')') + 1).startsWith(" Z");
        } catch (IOException gone) {
            return process.isAlive();
        }
    }
}
