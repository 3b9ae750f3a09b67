package com.allinone.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** The one clock, the one ticker and the one source of ids that everything asks; a test may bring others. */
@ApplicationScoped
public class SystemClock {

    private static final Logger LOG = Logger.getLogger(SystemClock.class);
    private static final Duration FARTHEST = Duration.ofHours(1);

    @Produces
    @Singleton
    @DefaultBean
    Clock clock(ClockConfig config) {
        return shifted(config.offset());
    }

    /**
     * The machine's clock, shifted so far.
     *
     * @throws IllegalArgumentException when that is more than an hour
     */
    static Clock shifted(Duration offset) {
        if (offset.abs().compareTo(FARTHEST) > 0) {
            throw new IllegalArgumentException(
                    "messaging.clock.offset must be an hour at most, either way, but is " + offset);
        }
        if (!offset.isZero()) {
            LOG.warnf("The clock of this process was shifted on purpose, offset=%s", offset);
        }
        return Clock.offset(Clock.systemUTC(), offset);
    }

    @Produces
    @Singleton
    @DefaultBean
    Ticker ticker() {
        return new SystemTicker();
    }

    @Produces
    @Singleton
    @DefaultBean
    MessageIds messageIds() {
        return UuidCreator::getTimeOrderedEpoch;
    }
}
