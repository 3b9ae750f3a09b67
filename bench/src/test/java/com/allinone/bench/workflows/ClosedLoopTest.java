package com.allinone.bench.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {
    @Test
    void everyWorkflowThatWasStartedIsCountedAndIsAnother() throws InterruptedException, ExecutionException {
        var started = new AtomicInteger();
        Set<String> ids = ConcurrentHashMap.newKeySet();
        var loop = new ClosedLoop(id -> {
            started.incrementAndGet();
            ids.add(id);
            Thread.sleep(20);
        });

        var finished = loop.run(new Stint(3, 1));

        assertThat(finished.workflows()).isEqualTo(started.get()).isGreaterThanOrEqualTo(3);
        assertThat(ids).hasSize(started.get());
    }

    @Test
    void theThreadsDoNotWaitForEachOther() throws InterruptedException, ExecutionException {
        var together = new CyclicBarrier(4);
        var loop = new ClosedLoop(id -> {
            together.await();
            Thread.sleep(1_100);
        });

        assertThat(loop.run(new Stint(4, 1)).workflows()).isEqualTo(4);
    }

    @Test
    void theClockRunsUntilTheLastHasEnded() throws InterruptedException, ExecutionException {
        var finished = new ClosedLoop(id -> Thread.sleep(1_500)).run(new Stint(2, 1));

        assertThat(finished.seconds()).isGreaterThanOrEqualTo(1.5);
        assertThat(finished.perSecond()).isEqualTo(2 / finished.seconds());
    }

    @Test
    void aWorkflowThatFailsFailsTheStint() {
        var loop = new ClosedLoop(id -> {
            throw new IllegalStateException("refused");
        });

        assertThatThrownBy(() -> loop.run(new Stint(1, 1))).hasRootCauseMessage("refused");
    }

    @Test
    void aStintHasAThreadAndASecond() {
        assertThatThrownBy(() -> new Stint(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Stint(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
