package com.allinone.bench.workflows;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Threads each of which starts its next workflow when the one before has ended: no more load than can be borne. */
final class ClosedLoop {
    private final Workflow workflow;

    /** Runs one workflow to its end. */
    @FunctionalInterface
    interface Workflow {
        void run(String id) throws Exception;
    }

    ClosedLoop(Workflow workflow) {
        this.workflow = workflow;
    }

    Finished run(Stint stint) throws InterruptedException, ExecutionException {
        var begun = System.nanoTime();
        var end = begun + TimeUnit.SECONDS.toNanos(stint.seconds());
        Callable<Long> thread = () -> until(end);
        var workflows = 0L;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(
                    Stream.generate(() -> thread).limit(stint.threads()).toList())) {
                workflows += done.get();
            }
        }
        return new Finished(workflows, (System.nanoTime() - begun) / 1e9);
    }

    private long until(long end) throws Exception {
        var done = 0L;
        do {
            workflow.run(UUID.randomUUID().toString());
            done++;
        } while (System.nanoTime() - end < 0);
        return done;
    }
}
