package com.allinone.payment.working;

import com.allinone.payment.domain.UnresolvedPayments;
import com.allinone.payment.domain.UnresolvedPayments.Count;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** How many payments are unresolved in each state, and for how long the oldest has been. */
@ApplicationScoped
public class UnresolvedMetrics {

    private static final Logger LOG = Logger.getLogger(UnresolvedMetrics.class);
    private static final List<String> STATES =
            List.of("REQUESTED", "CREATED", "CONFIRMING", "CANCELLING", "REFUNDING", "REFUND_FAILED");

    private final UnresolvedPayments payments;
    private final Clock clock;
    private final Map<String, AtomicLong> counts = new HashMap<>();
    private final Map<String, AtomicLong> ages = new HashMap<>();

    public UnresolvedMetrics(UnresolvedPayments payments, Clock clock, MeterRegistry metrics) {
        this.payments = payments;
        this.clock = clock;
        for (var state : STATES) {
            var tags = List.of(Tag.of("state", state));
            counts.put(state, gauge(metrics, "payment.unresolved", tags));
            ages.put(state, gauge(metrics, "payment.unresolved.oldest.seconds", tags));
        }
    }

    @Scheduled(every = "5s", skipExecutionIf = ApplicationNotRunning.class)
    @RunOnVirtualThread
    void look() {
        try {
            var found = new HashMap<String, Count>();
            payments.count().forEach(count -> found.put(count.state(), count));
            var now = clock.instant();
            counts.forEach((state, gauge) ->
                    gauge.set(found.containsKey(state) ? found.get(state).payments() : 0));
            ages.forEach((state, gauge) -> gauge.set(
                    found.containsKey(state)
                            ? Duration.between(found.get(state).oldest(), now).toSeconds()
                            : 0));
        } catch (RuntimeException unread) {
            LOG.warnf("Unresolved payments were not counted, cause=%s", unread.getMessage());
        }
    }

    private static AtomicLong gauge(MeterRegistry metrics, String name, List<Tag> tags) {
        var value = new AtomicLong();
        metrics.gauge(name, tags, value);
        return value;
    }
}
