package com.allinone.endtoend.crashing;

import static org.awaitility.Awaitility.await;

import com.allinone.crashpoints.Agent;
import com.allinone.endtoend.shop.Shop;
import com.allinone.launcher.home.Ports;
import com.allinone.launcher.home.Secrets;
import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.parts.Service;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.processes.Processes;
import com.allinone.launcher.processes.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One service of the shop, started as the shop starts it but with the agent that lets it die at a point. Its classes
 * are kept in an archive of the JVM, for it is going to be started many times.
 */
final class ArmedService {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR", "TZ");

    private final Shop shop;
    private final String name;
    private final Service service;
    private final Processes processes;
    private final Path archive;
    private final Path notes;
    private @Nullable Process unarmed;

    ArmedService(Shop shop, String name, Map<String, String> settings) {
        this.shop = shop;
        this.name = name;
        ShopHome home = new ShopHome(shop.checkout(), shop.home());
        this.service =
                new Service(new Site(home, new Ports(shop.portOffset()), new Secrets(shop.home()), settings), name);
        this.processes = new Processes(home);
        this.archive = shop.home().resolve("crash-points").resolve(name + ".jsa");
        this.notes = shop.home().resolve("crash-points").resolve(name + ".txt");
    }

    /** Ends the service that the shop runs, and lets it live once to learn which classes it loads. */
    void takeOver() {
        try {
            Files.createDirectories(archive.getParent());
            Files.deleteIfExists(archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        processes.find(name).ifPresent(process -> {
            process.destroyForcibly();
            await(name + "'s end").atMost(PATIENCE).until(() -> !process.isAlive());
        });
        Process learning = start(List.of("-XX:ArchiveClassesAtExit=" + archive, "--add-modules=java.instrument"));
        await(name).atMost(PATIENCE).until(service::healthy);
        learning.destroy();
        await(name + "'s end").atMost(PATIENCE).until(() -> !learning.isAlive());
    }

    /** Starts it armed. */
    Life begin(String point, String lingering) {
        Process living = unarmed;
        if (living != null) {
            living.destroyForcibly();
            await(name + "'s end").atMost(PATIENCE).until(() -> !living.isAlive());
            unarmed = null;
        }
        try {
            Files.deleteIfExists(notes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String agent = "-javaagent:%s=die=%s;notes=%s%s".formatted(agentJar(), point, notes, lingering);
        return new Life(start(List.of("-XX:SharedArchiveFile=" + archive, agent)), notes, point);
    }

    /** Starts it unarmed, and leaves it to the shop. */
    void livesOn() {
        unarmed = start(List.of("-XX:SharedArchiveFile=" + archive));
    }

    private Process start(List<String> options) {
        Program program = service.program();
        List<String> command = new ArrayList<>(program.command());
        command.addAll(1, options);
        // A consumer that comes back under the same name need not wait until Kafka gives up the one that was halted.
        command.addAll(1, List.of("-XX:TieredStopAtLevel=1", "-Xlog:disable", "-Dkafka.group.instance.id=" + name));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(program.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        shop.home().resolve("log").resolve(name + ".log").toFile()));
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(program.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path agentJar() {
        return Path.of(
                Agent.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    /** One run of the process, armed with one point. */
    record Life(Process process, Path notes, String point) {

        boolean endsWithin(Duration patience) {
            try {
                return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        void end() {
            process.destroyForcibly();
            endsWithin(PATIENCE);
        }

        int status() {
            return process.exitValue();
        }

        /** What the agent wrote before the end. */
        List<String> said() {
            try {
                return Files.exists(notes) ? Files.readAllLines(notes) : List.of();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
