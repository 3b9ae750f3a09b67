package com.allinone.launcher.drilling;

import com.allinone.launcher.drilling.Watcher.State;
import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;

/** Goes through one drill: quiet, caused, pending, fired, repaired, quiet again. */
public final class Practice {
    private static final Duration SCRAPED = Duration.ofSeconds(30);
    private final Watcher watcher;
    private final int services;
    private final Duration patience;
    private final Consumer<String> told;

    /** {@code patience}: how long the alert may take to fire, and how long to clear. */
    public Practice(Watcher watcher, int services, Duration patience, Consumer<String> told) {
        this.watcher = watcher;
        this.services = services;
        this.patience = patience;
        this.told = told;
    }

    /** From cause to cleared. */
    public Duration run(Drill drill) throws IOException {
        if (!Waiting.until(SCRAPED, () -> watcher.scraped() == services)) {
            throw Failure.part("Not every service can be scraped; ./shop status tells which part is down.");
        }
        if (watcher.state(drill.alert()) != State.SILENT) {
            throw Failure.untrue("%s is there before the drill; mend that first, docs/runbooks/%s.md tells how."
                    .formatted(drill.alert(), drill.name()));
        }
        var begun = System.nanoTime();
        var back = new Thread(() -> repairQuietly(drill), "repair");
        Runtime.getRuntime().addShutdownHook(back);
        try {
            say(begun, drill.cause());
            await(drill, State.PENDING, begun);
            say(begun, "%s is pending: its condition holds".formatted(drill.alert()));
            await(drill, State.FIRING, begun);
            say(begun, "%s fires; docs/runbooks/%s.md".formatted(drill.alert(), drill.name()));
        } finally {
            say(begun, drill.repair());
            Runtime.getRuntime().removeShutdownHook(back);
        }
        await(drill, State.SILENT, begun);
        var took = since(begun);
        say(begun, "%s has cleared".formatted(drill.alert()));
        return took;
    }

    private void await(Drill drill, State wanted, long begun) throws IOException {
        var came = Waiting.until(patience, () -> {
            var now = watcher.state(drill.alert());
            return now == wanted || (wanted == State.PENDING && now == State.FIRING);
        });
        if (!came) {
            throw Failure.late("%s is not %s, %d s after its cause."
                    .formatted(
                            drill.alert(),
                            wanted.name().toLowerCase(java.util.Locale.ROOT),
                            since(begun).toSeconds()));
        }
    }

    private void say(long begun, String what) {
        told.accept("%6.1f s  %s".formatted(since(begun).toMillis() / 1000.0, what));
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** The shop must not stay broken when somebody ends the drill in the middle of it. */
    private static void repairQuietly(Drill drill) {
        try {
            drill.repair();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
