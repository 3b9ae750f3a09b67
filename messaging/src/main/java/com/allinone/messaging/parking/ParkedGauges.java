package com.allinone.messaging.parking;

import com.allinone.messaging.MessageHandler;
import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** How much is parked now, in keys and messages, by consumer. */
@ApplicationScoped
public class ParkedGauges {

    private static final Logger LOG = Logger.getLogger(ParkedGauges.class);

    private final Transactions transactions;
    private final ParkedPages pages;
    private final MeterRegistry metrics;
    private final Map<String, Gauges> gauges = new ConcurrentHashMap<>();

    public ParkedGauges(
            Transactions transactions, ParkedPages pages, MeterRegistry metrics, @All List<MessageHandler> handlers) {
        this.transactions = transactions;
        this.pages = pages;
        this.metrics = metrics;
        handlers.forEach(handler -> gauges(handler.consumer()));
    }

    @Scheduled(every = "10s", skipExecutionIf = ApplicationNotRunning.class)
    void look() {
        try {
            List<ParkedPages.Count> counts = transactions.call(pages::counts);
            gauges.values().forEach(each -> each.set(0, 0));
            counts.forEach(count -> gauges(count.consumer()).set(count.keys(), count.messages()));
        } catch (DatabaseFailure e) {
            LOG.warnf("Parked messages were not counted, cause=%s", e.getMessage());
        }
    }

    private Gauges gauges(String consumer) {
        return gauges.computeIfAbsent(consumer, name -> {
            Tags tags = Tags.of("consumer", name);
            return new Gauges(
                    metrics.gauge("messaging.parked.keys", tags, new AtomicLong()),
                    metrics.gauge("messaging.parked.messages", tags, new AtomicLong()));
        });
    }

    private record Gauges(AtomicLong keys, AtomicLong messages) {

        void set(long newKeys, long newMessages) {
            keys.set(newKeys);
            messages.set(newMessages);
        }
    }
}
