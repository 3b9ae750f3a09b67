package com.allinone.launcher.delivering;

import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The checkout's history, asked of the program {@code git}. */
final class Git {
    private static final long PATIENCE_SECONDS = 60;

    private record Answer(int code, String out, String err) {}

    private final Path checkout;

    Git(Path checkout) {
        this.checkout = checkout;
        if (ask("rev-parse", "--is-inside-work-tree").code() != 0) {
            throw Failure.usage("%s is no clone of a Git repository.".formatted(checkout));
        }
    }

    /** The files that differ from the last commit, tracked or not, one in a line as {@code git status} prints them. */
    List<String> changed() {
        return lines(run("status", "--porcelain"));
    }

    void requireCommit(String commit, String what) {
        if (ask("cat-file", "-e", commit + "^{commit}").code() != 0) {
            throw Failure.untrue("%s was built from commit %s, which this clone does not have: git fetch%s."
                    .formatted(what, commit, shallow() ? " --unshallow" : ""));
        }
    }

    boolean shallow() {
        return run("rev-parse", "--is-shallow-repository").strip().equals("true");
    }

    boolean leadsTo(String older, String newer) {
        return ask("merge-base", "--is-ancestor", older, newer).code() == 0;
    }

    /** The paths below a directory at a commit, each with the name of its content. */
    List<String> tree(String commit, String directory) {
        return lines(run("ls-tree", "-r", commit, "--", directory));
    }

    Optional<String> content(String commit, String path) {
        var answer = ask("show", commit + ":" + path);
        return answer.code() == 0 ? Optional.of(answer.out()) : Optional.empty();
    }

    /** Every match of an extended regular expression in the files below a directory at a commit. */
    List<String> matches(String expression, String commit, String directory) {
        return lines(ask("grep", "-hoE", expression, commit, "--", directory).out());
    }

    /** The commits that touched a path, the newest first, the one that runs now included. */
    List<String> history(String path) {
        return lines(run("log", "--format=%H", "--", path));
    }

    String commit(String path, String message) {
        run("add", "--", path);
        run("commit", "--quiet", "--message", message, "--", path);
        return run("rev-parse", "--short", "HEAD").strip();
    }

    private String run(String... arguments) {
        var answer = ask(arguments);
        if (answer.code() != 0) {
            throw Failure.machine("git %s failed: %s.".formatted(arguments[0], oneLine(answer)));
        }
        return answer.out();
    }

    private static String oneLine(Answer answer) {
        var said = answer.err().isBlank() ? answer.out() : answer.err();
        return said.strip().lines().findFirst().orElse("it said nothing");
    }

    private Answer ask(String... arguments) {
        var command = new ArrayList<>(List.of("git", "-C", checkout.toString()));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command).start();
            process.getOutputStream().close();
            var err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            var out = text(process.getInputStream());
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw Failure.late("git %s took longer than %d s.".formatted(arguments[0], PATIENCE_SECONDS));
            }
            return new Answer(process.exitValue(), out, err.join());
        } catch (IOException failed) {
            throw Failure.machine("git cannot be run: %s.".formatted(failed.getMessage()));
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            throw Failure.machine("git %s was interrupted.".formatted(arguments[0]));
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
