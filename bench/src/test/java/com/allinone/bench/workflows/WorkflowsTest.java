package com.allinone.bench.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class WorkflowsTest {
    @Test
    void everyWorkflowIsAnother() throws InterruptedException, ExecutionException {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        var workflows = new Workflows(id -> {
            ids.add(id);
            Thread.sleep(20);
        });

        var finished = workflows.run(new Stint(3, 1));

        assertThat(finished.calls()).isEqualTo(ids.size()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void asManyRunAtOnceAsAreAskedFor() throws InterruptedException, ExecutionException {
        var together = new CyclicBarrier(4);
        var workflows = new Workflows(id -> {
            together.await();
            Thread.sleep(1_100);
        });

        assertThat(workflows.run(new Stint(4, 1)).calls()).isEqualTo(4);
    }

    @Test
    void aWorkflowThatFailsFailsTheStint() {
        var workflows = new Workflows(id -> {
            throw new IllegalStateException("refused");
        });

        assertThatThrownBy(() -> workflows.run(new Stint(1, 1))).hasRootCauseMessage("refused");
    }

    @Test
    void aStintHasAThreadAndASecond() {
        assertThatThrownBy(() -> new Stint(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Stint(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
