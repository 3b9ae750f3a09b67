package com.allinone.launcher.building;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.running.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Runs Maven with the JDK that runs this program. */
public final class Build {
    private static final Pattern BEGUN = Pattern.compile("\\[INFO] Building .*\\[(\\d+/\\d+)]");
    private static final Pattern ARTIFACT = Pattern.compile("\\[INFO] -+< com\\.allinone:([^ ]+) >-+");
    private final ShopHome home;
    private final Modules modules;
    private final Clock clock;

    public Build(ShopHome home, Clock clock) {
        this.home = home;
        this.modules = new Modules(home.checkout());
        this.clock = clock;
    }

    /** Builds what is missing or stale among the modules, telling which one it is at. */
    public void refresh(List<String> wanted, Progress progress) {
        var stale = modules.stale(wanted);
        if (stale.isEmpty()) {
            return;
        }
        var log = home.log("build");
        var begun = FileTime.from(clock.instant());
        progress.part("build", "%s; the log is %s".formatted(String.join(", ", stale), log));
        var command =
                maven(List.of("-Dquick", "-Dmaven.test.skip=true", "-pl", String.join(",", stale), "-am", "package"));
        try {
            var process = command.redirectErrorStream(true).start();
            var full = follow(process, log, progress);
            if (process.waitFor() != 0) {
                throw full
                        ? Failure.machine("The disk is full; free some space and try again.")
                        : Failure.build("The build failed; why is in %s.".formatted(log));
            }
        } catch (IOException failed) {
            throw Failure.machine("Maven cannot be run: %s.".formatted(failed.getMessage()));
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            throw Failure.build("The build was interrupted.");
        }
        stale.forEach(module -> modules.stamp(module, begun));
    }

    /** Maven with these arguments, in the checkout, with the JDK that runs this program. */
    public ProcessBuilder maven(List<String> arguments) {
        var command = new ArrayList<>(List.of("mvn", "-B", "-ntp"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(home.checkout().toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    /** Whether the disk was full. */
    private static boolean follow(Process process, Path log, Progress progress) throws IOException {
        var full = false;
        var module = "";
        try (var output = process.inputReader(StandardCharsets.UTF_8);
                var writer = Files.newBufferedWriter(log)) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                writer.write(line);
                writer.newLine();
                writer.flush();
                full |= line.contains("No space left on device");
                var artifact = ARTIFACT.matcher(line);
                if (artifact.matches()) {
                    module = artifact.group(1);
                }
                var begun = BEGUN.matcher(line);
                if (begun.matches()) {
                    progress.part("build", begun.group(1) + " " + module);
                }
            }
        }
        return full;
    }
}
