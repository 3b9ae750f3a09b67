package com.allinone.bench.generating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.bench.generating.ClosedLoop.Caller;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {
    private final ClosedLoop loop = new ClosedLoop(Thread.ofVirtual().factory());

    @Test
    void everyCallThatWasBegunIsCounted() throws InterruptedException, ExecutionException {
        var begun = new AtomicInteger();

        var finished = run(3, () -> {
            begun.incrementAndGet();
            Thread.sleep(20);
        });

        assertThat(finished.calls()).isEqualTo(begun.get()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void theCallersDoNotWaitForEachOther() throws InterruptedException, ExecutionException {
        var together = new CyclicBarrier(4);

        var finished = run(4, () -> {
            together.await();
            Thread.sleep(1_100);
        });

        assertThat(finished.calls()).isEqualTo(4);
    }

    @Test
    void theClockRunsUntilTheLastHasEnded() throws InterruptedException, ExecutionException {
        var finished = run(2, () -> Thread.sleep(1_500));

        assertThat(finished.seconds()).isGreaterThanOrEqualTo(1.5);
        assertThat(finished.perSecond()).isEqualTo(2 / finished.seconds());
    }

    @Test
    void everyCallerHasItsTurns() throws InterruptedException, ExecutionException {
        var one = new AtomicInteger();
        var other = new AtomicInteger();

        var finished = loop.run(List.of(calling(one), calling(other)), 1);

        assertThat(one.get()).isPositive();
        assertThat(other.get()).isPositive();
        assertThat(finished.calls()).isEqualTo(one.get() + other.get());
    }

    @Test
    void aCallThatFailsFailsAllOfIt() {
        assertThatThrownBy(() -> run(1, () -> {
                    throw new IllegalStateException("refused");
                }))
                .hasRootCauseMessage("refused");
    }

    private Finished run(int callers, Caller caller) throws InterruptedException, ExecutionException {
        return loop.run(Collections.nCopies(callers, caller), 1);
    }

    private static Caller calling(AtomicInteger counter) {
        return () -> {
            counter.incrementAndGet();
            Thread.sleep(20);
        };
    }
}
