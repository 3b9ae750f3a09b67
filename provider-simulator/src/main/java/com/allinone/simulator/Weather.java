package com.allinone.simulator;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** What befalls every request, whatever its card: an outage, or a burst of refusals for going too fast. */
final class Weather {
    private final AtomicBoolean outage = new AtomicBoolean();
    private final AtomicInteger burst = new AtomicInteger();

    void outage(boolean on) {
        outage.set(on);
    }

    void burst(int requests) {
        burst.set(requests);
    }

    Optional<Answer> strikes() {
        if (outage.get()) {
            return Optional.of(Refusal.error(503, "api_error", null, "The provider is down."));
        }
        if (burst.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return Optional.of(Refusal.error(429, "invalid_request_error", "rate_limit", "Too many requests."));
        }
        return Optional.empty();
    }
}
