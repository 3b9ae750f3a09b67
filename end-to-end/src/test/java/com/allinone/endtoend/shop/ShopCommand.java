package com.allinone.endtoend.shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code ./shop} on the command line. */
final class ShopCommand {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

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
        List<String> line = new ArrayList<>(List.of(checkout.resolve("shop").toString(), command));
        line.addAll(List.of("--home", home.toString(), "--port-offset", Integer.toString(portOffset)));
        line.addAll(List.of(arguments));
        try {
            Path said = Files.createTempFile("shop-" + command, ".log");
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(checkout.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        String.join(" ", line) + " did not end:\n" + Files.readString(said),
                        new TimeoutException(PATIENCE.toString()));
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("%s ended with %d:%n%s"
                        .formatted(String.join(" ", line), process.exitValue(), Files.readString(said)));
            }
            Files.delete(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
