package com.allinone.bench.workflows;

import com.allinone.bench.generating.ClosedLoop;
import com.allinone.bench.generating.Finished;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** The workflows of an engine, each with an id of its own, for as many callers as are asked for. */
final class Workflows {
    private static final ClosedLoop LOOP = new ClosedLoop(Thread.ofVirtual().factory());
    private final Workflow workflow;

    /** Runs one workflow to its end. */
    @FunctionalInterface
    interface Workflow {
        void run(String id) throws Exception;
    }

    Workflows(Workflow workflow) {
        this.workflow = workflow;
    }

    Finished run(Stint stint) throws InterruptedException, ExecutionException {
        ClosedLoop.Caller caller = () -> workflow.run(UUID.randomUUID().toString());
        return LOOP.run(Collections.nCopies(stint.threads(), caller), stint.seconds());
    }
}
