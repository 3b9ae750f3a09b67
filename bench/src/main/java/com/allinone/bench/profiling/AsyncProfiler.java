package com.allinone.bench.profiling;

import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;

/**
 * async-profiler, loaded into JVMs that run: unlike the JVM's own recordings it also sees compilers, collectors and native
 * code. It takes a look at a thread whenever that has used {@link #INTERVAL_MILLIS} of processor time.
 */
final class AsyncProfiler {
    static final int INTERVAL_MILLIS = 5;

    private final Path tools;
    private final Path library;

    private AsyncProfiler(Path tools, Path library) {
        this.tools = tools;
        this.library = library;
    }

    /**
     * Unpacks the library for this machine.
     *
     * @param tools the directory of its jars
     * @param directory where the library is put
     */
    static AsyncProfiler unpacked(Path tools, Path directory) {
        var library = directory.resolve("libasyncProfiler.so");
        try (var jar = new ZipFile(tools.resolve("async-profiler.jar").toFile())) {
            var entry = jar.getEntry(platform() + "/libasyncProfiler.so");
            if (entry == null) {
                throw Failure.machine("async-profiler has no library for %s.".formatted(platform()));
            }
            Files.createDirectories(directory);
            try (var content = jar.getInputStream(entry)) {
                Files.copy(content, library, StandardCopyOption.REPLACE_EXISTING);
            }
            return new AsyncProfiler(tools, library);
        } catch (IOException failed) {
            throw Failure.machine(
                    "async-profiler cannot be unpacked to %s: %s; ./shop bench builds it with the launcher."
                            .formatted(directory, failed.getMessage()));
        }
    }

    static String platform() {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")) {
            return "macos";
        }
        return System.getProperty("os.arch").equals("aarch64") ? "linux-arm64" : "linux-x64";
    }

    void start(ProcessHandle jvm) {
        load(jvm, "start,event=ctimer,interval=%dms".formatted(INTERVAL_MILLIS));
    }

    /** Ends what {@link #start} began, and writes a line for each stack: its frames, and how often it was seen. */
    void stop(ProcessHandle jvm, Path file) {
        load(jvm, "stop,collapsed,norm,file=%s".formatted(file));
    }

    private void load(ProcessHandle jvm, String command) {
        run(List.of(
                java("jcmd"), Long.toString(jvm.pid()), "JVMTI.agent_load", library.toString(), '"' + command + '"'));
    }

    /** Draws stacks as a page of its own; what is narrower than a thousandth is left out. */
    void draw(Path stacks, String title, Path page) {
        run(List.of(
                java("java"),
                "-jar",
                tools.resolve("jfr-converter.jar").toString(),
                "--title",
                title,
                "--minwidth",
                "0.1",
                stacks.toString(),
                page.toString()));
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private static void run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0 || said.contains("return code: 1") || said.contains("[ERROR]")) {
                throw Failure.part("%s failed: %s".formatted(String.join(" ", command), said));
            }
        } catch (IOException failed) {
            throw Failure.machine("%s cannot be run: %s.".formatted(command.getFirst(), failed.getMessage()));
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            throw Failure.part(command.getFirst() + " was interrupted.");
        }
    }
}
