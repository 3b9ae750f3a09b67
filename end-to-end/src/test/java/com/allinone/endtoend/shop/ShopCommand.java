package com.allinone.endtoend.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** {@code ./shop} on the command line. */
public final class ShopCommand {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The directory of a Jaeger that the shop is to find, if there is one. */
    static final @Nullable String JAEGER = System.getenv("JAEGER");

    private final Path checkout =
            Path.of(System.getProperty("shop.checkout", "..")).toAbsolutePath().normalize();
    private final Path home;
    private final int portOffset;

    ShopCommand(Path home, int portOffset) {
        this.home = home;
        this.portOffset = portOffset;
    }

    /** Runs it to its end; what it said is in the exception when it failed, the name of a part's log included. */
    void run(String command, String... arguments) {
        run(Set.of(0), command, arguments);
    }

    /** Runs it to its end, which may be any of these; which one it was. */
    int run(Set<Integer> expected, String command, String... arguments) {
        List<String> line = line(command, arguments);
        try {
            Path said = Files.createTempFile("shop-" + command, ".log");
            int exitCode = ended(line, said, ProcessBuilder.Redirect.appendTo(said.toFile()));
            if (!expected.contains(exitCode)) {
                throw new IllegalStateException(
                        "%s ended with %d:%n%s".formatted(String.join(" ", line), exitCode, Files.readString(said)));
            }
            Files.delete(said);
            return exitCode;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command said and how it ended. */
    public record Said(int exitCode, JsonNode json) {}

    /** Runs a command that answers with JSON, to its end, however it ends. */
    Said ask(String command, String... arguments) {
        List<String> line = line(command, arguments);
        try {
            Path said = Files.createTempFile("shop-" + command, ".json");
            int exitCode = ended(line, said, ProcessBuilder.Redirect.DISCARD);
            JsonNode json = JSON.readTree(said.toFile());
            Files.delete(said);
            return new Said(exitCode, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> line(String command, String... arguments) {
        List<String> line = new ArrayList<>(List.of(checkout.resolve("shop").toString(), command));
        line.addAll(List.of("--home", home.toString(), "--port-offset", Integer.toString(portOffset)));
        line.addAll(List.of(arguments));
        return line;
    }

    private int ended(List<String> line, Path said, ProcessBuilder.Redirect errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(checkout.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(errors)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (JAEGER != null) {
            builder.environment().merge("PATH", JAEGER, (path, jaeger) -> jaeger + File.pathSeparator + path);
        }
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        String.join(" ", line) + " did not end:\n" + Files.readString(said),
                        new TimeoutException(PATIENCE.toString()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return process.exitValue();
    }

    Path checkout() {
        return checkout;
    }

    boolean runs(String part) {
        return Files.exists(runFile(part));
    }

    /** {@code kill -9}. */
    void kill(String part) {
        try {
            long pid = JSON.readTree(runFile(part).toFile()).path("pid").asLong();
            ProcessHandle process = ProcessHandle.of(pid)
                    .orElseThrow(() -> new IllegalStateException(part + " does not run any more, pid=" + pid));
            process.destroyForcibly();
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            throw new IllegalStateException(part + " survived kill -9", e);
        }
    }

    private Path runFile(String part) {
        return home.resolve("run").resolve(part + ".json");
    }
}
