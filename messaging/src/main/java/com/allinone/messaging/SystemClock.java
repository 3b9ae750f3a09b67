package com.allinone.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one clock, the one ticker and the one source of ids that everything asks; a test may bring others. */
@ApplicationScoped
public class SystemClock {

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
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
