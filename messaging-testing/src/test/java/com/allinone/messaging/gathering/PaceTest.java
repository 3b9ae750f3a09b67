package com.allinone.messaging.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.messaging.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration APART = Duration.ofMillis(20);

    private final List<Duration> waits = new ArrayList<>();
    private final Ticker ticker = new Ticker() {
        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void sleep(Duration length) throws InterruptedException {
            if (interrupted) {
                throw new InterruptedException();
            }
            waits.add(length);
            now += length.toNanos();
        }
    };
    private long now = Long.MAX_VALUE - 5_000_000; // a count of nanoseconds may overflow at any time
    private boolean interrupted;
    private final Pace pace = new Pace(ticker, APART);

    @Test
    void aLonelyPieceWaitsForNobody() {
        pace.await();
        now += APART.toNanos();
        pace.await();

        assertThat(waits).isEmpty();
    }

    @Test
    void theNextWaitsForTheRestOfTheTime() {
        pace.await();
        now += APART.toNanos() / 4;
        pace.await();
        pace.await();

        assertThat(waits).containsExactly(Duration.ofMillis(15), APART);
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        pace.await();
        interrupted = true;
        pace.await();

        assertThat(Thread.interrupted()).isTrue();
    }
}
