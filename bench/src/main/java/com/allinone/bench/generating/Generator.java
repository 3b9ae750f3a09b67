package com.allinone.bench.generating;

import com.allinone.bench.measuring.ProcessorTime;
import com.allinone.launcher.home.Failure;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The running generator, seen from whoever started it. */
public final class Generator implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Process process;
    private final BufferedReader output;
    private final Writer input;
    private final Path log;

    private Generator(Process process, Path log) {
        this.process = process;
        this.output = process.inputReader();
        this.input = process.outputWriter();
        this.log = log;
    }

    /** Starts it on the class path of this very program. The file holds tokens and is its owner's alone. */
    public static Generator start(Setting setting, Path file, Path log) {
        try {
            JSON.writeValue(file.toFile(), setting);
            var command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-cp",
                    System.getProperty("java.class.path"),
                    GeneratorProgram.class.getName(),
                    file.toString());
            var process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            return new Generator(process, log);
        } catch (IOException failed) {
            throw Failure.machine("The load generator cannot be started: %s.".formatted(failed.getMessage()));
        }
    }

    /** Drives one round; returns when it is over. */
    public Told drive(Wish wish) {
        try {
            input.write(JSON.writeValueAsString(wish) + "\n");
            input.flush();
            var line = output.readLine();
            if (line == null) {
                throw Failure.part("The load generator died; its last words are in %s.".formatted(log));
            }
            return JSON.readValue(line, Told.class);
        } catch (IOException failed) {
            throw Failure.part("The load generator failed: %s; its log is %s.".formatted(failed.getMessage(), log));
        }
    }

    /** Processor time so far, milliseconds. */
    public long processorMillis() {
        return ProcessorTime.millis(process.toHandle());
    }

    @Override
    public void close() {
        try {
            input.close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
