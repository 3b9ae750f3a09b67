package com.allinone.bench.generating;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Callers each of whom calls again when the call before has ended: no more load than can be borne. */
public final class ClosedLoop {
    private final ThreadFactory threads;

    /** Makes one call and returns when it has ended. */
    @FunctionalInterface
    public interface Caller {
        void call() throws Exception;
    }

    /** Gives each caller a thread of that kind. */
    public ClosedLoop(ThreadFactory threads) {
        this.threads = threads;
    }

    /** Each calls once at least, and no more after so many seconds; a call that fails fails all of it. */
    public Finished run(List<? extends Caller> callers, int seconds) throws InterruptedException, ExecutionException {
        var begun = System.nanoTime();
        var end = begun + TimeUnit.SECONDS.toNanos(seconds);
        var calls = 0L;
        try (var running = Executors.newThreadPerTaskExecutor(threads)) {
            for (var done : running.invokeAll(callers.stream()
                    .map(caller -> (Callable<Long>) () -> until(end, caller))
                    .toList())) {
                calls += done.get();
            }
        }
        return new Finished(calls, (System.nanoTime() - begun) / 1e9);
    }

    private static long until(long end, Caller caller) throws Exception {
        var done = 0L;
        do {
            caller.call();
            done++;
        } while (System.nanoTime() - end < 0);
        return done;
    }
}
