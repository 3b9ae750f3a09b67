package com.allinone.launcher.processes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Resident memory of a process and its descendants. */
public final class Memory {
    private Memory() {}

    /**
     * In bytes; memory that several processes share (PostgreSQL's buffers) counts once where the kernel tells, which
     * Linux does.
     */
    public static long of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(Memory::resident)
                .sum();
    }

    private static long resident(ProcessHandle process) {
        var rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try {
            if (Files.isReadable(rollup)) {
                return Files.readAllLines(rollup).stream()
                        .filter(line -> line.startsWith("Pss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                        .sum();
            }
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
            try (var output = ps.inputReader(StandardCharsets.UTF_8)) {
                var line = output.readLine();
                return line == null || line.isBlank() ? 0 : Long.parseLong(line.strip()) * 1024;
            }
        } catch (IOException gone) {
            return 0;
        }
    }
}
