package com.allinone.bench.programs;

import com.allinone.bench.measuring.ProcessorTime;
import com.allinone.launcher.home.Failure;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running program, seen from whoever started it: each question is a line, and so is its answer. */
public final class AskedProgram implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final String name;
    private final Process process;
    private final BufferedReader output;
    private final Writer input;
    private final Path log;

    private AskedProgram(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.output = process.inputReader();
        this.input = process.outputWriter();
        this.log = log;
    }

    /**
     * What is started.
     *
     * @param name for people, as in {@code the load generator}
     * @param main answers with {@link Answers}
     * @param heapMiB its heap
     * @param before on its class path before that of this very program; may name what is not there
     */
    public record Kind(String name, Class<?> main, int heapMiB, List<Path> before) {
        public Kind {
            before = List.copyOf(before);
        }

        String classPath() {
            var own = System.getProperty("java.class.path");
            var all = new StringBuilder();
            before.forEach(directory ->
                    all.append(directory).append(File.separator).append('*').append(File.pathSeparator));
            return all.append(own).toString();
        }
    }

    /** Starts it with a setting in a file, which may hold secrets and is its owner's alone. */
    public static AskedProgram start(Kind kind, Object setting, Path file, Path log) {
        try {
            PrivateFile.write(file, JSON.writeValueAsBytes(setting));
            var command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + kind.heapMiB() + "m",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-cp",
                    kind.classPath(),
                    kind.main().getName(),
                    file.toString());
            var process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            return new AskedProgram(kind.name(), process, log);
        } catch (IOException failed) {
            throw Failure.machine("%s cannot be started: %s.".formatted(capitalised(kind.name()), failed.getMessage()));
        }
    }

    /** Waits for the answer, however long it takes. */
    public <T> T ask(Object question, Class<T> answer) {
        try {
            input.write(JSON.writeValueAsString(question) + "\n");
            input.flush();
            var line = output.readLine();
            if (line == null) {
                throw Failure.part("%s died; its last words are in %s.".formatted(capitalised(name), log));
            }
            return JSON.readValue(line, answer);
        } catch (IOException failed) {
            throw Failure.part("%s failed: %s; its log is %s.".formatted(capitalised(name), failed.getMessage(), log));
        }
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
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
