package com.allinone.payment.working;

import com.allinone.messaging.Ticker;
import com.allinone.messaging.gathering.Pace;
import com.allinone.messaging.gathering.PaceConfig;
import com.allinone.messaging.tracing.MessageTraces;
import com.allinone.payment.domain.Backoff;
import com.allinone.payment.domain.Desk;
import com.allinone.payment.domain.Lease;
import com.allinone.payment.domain.PaymentWork;
import com.allinone.payment.domain.WorkSignal;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Leases due payments and works on each in a virtual thread of its own, in the trace of its order. It is woken when a
 * commit leaves something to do and looks by itself now and then, so a lost wake-up costs a poll and nothing else.
 */
@ApplicationScoped
public class PaymentWorker implements WorkSignal {

    private static final Logger LOG = Logger.getLogger(PaymentWorker.class);
    private static final AttributeKey<String> ORDER = AttributeKey.stringKey("order.id");
    private static final AttributeKey<String> PAYMENT = AttributeKey.stringKey("payment.id");
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Desk desk;
    private final WorkerConfig config;
    private final Working working;
    private final Tracer tracer;
    private final MeterRegistry metrics;
    private final Pace pace;
    private final Semaphore places;
    private final BlockingQueue<Boolean> wakeUps = new ArrayBlockingQueue<>(1);
    private final AtomicBoolean open = new AtomicBoolean();
    /** Whether more may be due than there were places: whoever leaves a place then has to tell. */
    private volatile boolean crowded;

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("payment-", 0).factory());

    public PaymentWorker(
            @All List<PaymentWork> rooms,
            Desk desk,
            WorkerConfig settings,
            Ticker ticker,
            PaceConfig pace,
            OpenTelemetry telemetry,
            MeterRegistry metrics) {
        this.desk = desk;
        this.config = WorkerConfig.checked(settings);
        this.pace = new Pace(ticker, pace.apart());
        this.metrics = metrics;
        this.tracer = telemetry.getTracer("com.allinone.payment");
        this.places = new Semaphore(config.concurrency());
        this.working = new Working(rooms, desk, new Backoff(config.backoff(), config.longestBackoff()));
        metrics.gauge("payment.worker.places.free", places, Semaphore::availablePermits);
    }

    @Override
    public void wake() {
        wakeUps.offer(true);
    }

    void start(@Observes StartupEvent started) {
        open.set(true);
        threads.execute(this::run);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        open.set(false);
        wake();
        threads.shutdown();
        if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }

    private void run() {
        while (open.get()) {
            try {
                pace.await();
                if (!takeUpDue()) {
                    wakeUps.poll(config.poll().toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException unleased) {
                LOG.warnf(unleased, "Due payments could not be leased and are looked for again");
                rest();
            }
        }
    }

    /** Whether there may be more that is due and a place for it. */
    private boolean takeUpDue() throws InterruptedException {
        crowded = true; // before the look: a place that becomes free meanwhile must not go unheard of
        int free = places.availablePermits();
        if (free == 0) {
            return false;
        }
        var leases = desk.lease(config.lease(), free);
        for (var lease : leases) {
            places.acquire();
            threads.execute(() -> work(lease));
        }
        crowded = leases.size() == free;
        return crowded;
    }

    private void work(Lease lease) {
        var span = tracer.spanBuilder("work on payment")
                .setParent(MessageTraces.context(lease.trace()))
                .setAttribute(ORDER, lease.payment().order().toString())
                .setAttribute(PAYMENT, lease.payment().id().toString())
                .setAttribute("payment.attempt", lease.failures() + 1L)
                .startSpan();
        try (var _ = span.makeCurrent()) {
            count(working.work(lease), span);
        } finally {
            span.end();
            places.release();
            if (crowded) {
                wake();
            }
        }
    }

    private void count(Working.Outcome outcome, Span span) {
        var name = outcome.name().toLowerCase(Locale.ROOT);
        span.setAttribute("payment.outcome", name);
        metrics.counter("payment.work", "outcome", name).increment();
    }

    private void rest() {
        try {
            Thread.sleep(config.poll());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
