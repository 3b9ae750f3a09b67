package com.allinone.launcher.processes;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.home.ShopHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Starts, finds and stops the processes of one shop. */
public final class Processes {
    private static final Set<String> INHERITED =
            Set.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TMPDIR", "TZ", "DOCKER_HOST");

    /** Job control ({@code set -m}) gives the child a process group of its own, so Ctrl-C does not reach it. */
    private static final String START_DETACHED = """
            set -m
            cd "$1" || exit 1
            log=$2
            shift 2
            "$@" </dev/null >>"$log" 2>&1 &
            echo $!""";

    private final ShopHome home;
    private final RunFiles files;

    public Processes(ShopHome home) {
        this.home = home;
        this.files = new RunFiles(home.run());
    }

    public RunFiles files() {
        return files;
    }

    /** Every process of a shop carries this mark on its command line, so that it is found even without its file. */
    public static String mark(ShopHome home, String part) {
        return "allinone.shop=%s#%s".formatted(home.directory(), part);
    }

    public Optional<ProcessHandle> find(String part) {
        return files.find(part).flatMap(RunningPart::process);
    }

    /** Starts a program that keeps running when this one ends; its output goes to the part's log. */
    public ProcessHandle start(String part, Program program) {
        var log = home.log(part);
        rotate(log);
        var command = new ArrayList<>(List.of("bash", "-c", START_DETACHED, "shop"));
        command.add(program.directory().toString());
        command.add(log.toString());
        command.addAll(program.command());
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(program.environment());
        try {
            var starter = builder.start();
            String pid;
            try (var output = starter.inputReader(StandardCharsets.UTF_8)) {
                pid = output.readLine();
            }
            var process = pid == null ? Optional.<ProcessHandle>empty() : ProcessHandle.of(Long.parseLong(pid.strip()));
            var started = process.orElseThrow(() -> died(part));
            files.write(RunningPart.of(part, started, program.fingerprint()));
            return started;
        } catch (IOException failed) {
            throw Failure.machine("Cannot start %s: %s.".formatted(part, failed.getMessage()));
        }
    }

    /** Stops the part and whatever it started; afterwards neither process nor file is left. */
    public void stop(String part, StopSignal signal, Duration grace) {
        Stream.concat(find(part).stream(), strays(part)).distinct().forEach(process -> {
            var family =
                    Stream.concat(process.descendants(), Stream.of(process)).toList();
            signal.send(process);
            if (!awaitEnd(process, grace)) {
                family.forEach(ProcessHandle::destroyForcibly);
                awaitEnd(process, Duration.ofSeconds(5));
            }
            family.stream().filter(RunningPart::runs).forEach(ProcessHandle::destroyForcibly);
        });
        files.forget(part);
    }

    /** Processes of this part that no file speaks of: whoever started them was killed in the middle of it. */
    public Stream<ProcessHandle> strays(String part) {
        var mark = mark(home, part);
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(RunningPart::runs)
                .filter(process -> Stream.of(process.info().arguments().orElse(new String[0]))
                        .anyMatch(argument -> argument.endsWith(mark)));
    }

    public Failure died(String part) {
        return Failure.part("%s died while starting; its last words are in %s.".formatted(part, home.log(part)));
    }

    /** How a part that does not run any more came to its end: whoever stops one on purpose removes its file. */
    public String ending(String part) {
        return files.find(part).isEmpty()
                ? "was stopped"
                : "ended by itself; its last words are in %s, and ./shop up --detach starts it again"
                        .formatted(home.log(part));
    }

    static boolean awaitEnd(ProcessHandle process, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (RunningPart.runs(process)) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopNow) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static void rotate(Path log) {
        try {
            if (Files.exists(log)) {
                Files.move(log, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw Failure.machine("Cannot write to %s: %s.".formatted(log, failed.getMessage()));
        }
    }
}
