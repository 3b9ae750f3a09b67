package com.allinone.payment.provider;

import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.IntentSight;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.Provider;
import com.allinone.payment.domain.ProviderRecords;
import com.allinone.payment.domain.ProviderUnavailable;
import com.allinone.payment.domain.RefundSight;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * The provider behind a bulkhead, a timeout and a circuit breaker. What they turn away is {@link ProviderUnavailable}
 * like any other silence; nothing is tried again here.
 */
@ApplicationScoped
public class GuardedProvider implements Provider, ProviderRecords {

    /** The name of the circuit breaker, in metrics and for maintenance. */
    public static final String NAME = "payment-provider";

    private static final double FAILURES = 0.5;

    private final StripeClient client;
    private final StripeProvider provider;
    private final Guard guard;

    public GuardedProvider(ProviderConfig settings, OpenTelemetry telemetry) {
        var config = ProviderConfig.checked(settings);
        client = new StripeClient(
                config.url(), config.apiKey(), config.timeout(), telemetry.getTracer("com.allinone.payment"));
        provider = new StripeProvider(client);
        guard = Guard.create()
                .withDescription(NAME)
                .withBulkhead()
                .limit(config.concurrency())
                .done()
                .withCircuitBreaker()
                .name(NAME)
                .requestVolumeThreshold(config.breakerVolume())
                .failureRatio(FAILURES)
                .failOn(List.of(ProviderUnavailable.class, TimeoutException.class))
                .delay(config.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .done()
                // The client's own timeout comes first; this one holds even where a proxy drips bytes for ever.
                .withTimeout()
                .duration(config.timeout().plusSeconds(1).toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }

    @Override
    public Creation create(Payment payment, int attempt) {
        return guarded(() -> provider.create(payment, attempt), Creation.class);
    }

    @Override
    public IntentSight confirm(PaymentId payment, IntentId intent, int confirms) {
        return guarded(() -> provider.confirm(payment, intent, confirms), IntentSight.class);
    }

    @Override
    public IntentSight look(IntentId intent) {
        return guarded(() -> provider.look(intent), IntentSight.class);
    }

    @Override
    public IntentSight cancel(IntentId intent) {
        return guarded(() -> provider.cancel(intent), IntentSight.class);
    }

    @Override
    public Optional<RefundSight> refundOf(IntentId intent) {
        return guarded(() -> new Found(provider.refundOf(intent)), Found.class).refund();
    }

    @Override
    public RefundSight refund(Payment payment, IntentId intent, int attempt) {
        return guarded(() -> provider.refund(payment, intent, attempt), RefundSight.class);
    }

    @Override
    public Page list(Instant since, Optional<IntentId> after) {
        return guarded(() -> provider.list(since, after), Page.class);
    }

    private record Found(Optional<RefundSight> refund) {}

    private <T> T guarded(Callable<T> call, Class<T> type) {
        try {
            return guard.call(call, type);
        } catch (FaultToleranceException turnedAway) {
            // A timeout interrupts the call; the payment's next transaction must not find this thread interrupted.
            if (turnedAway instanceof TimeoutException && Thread.interrupted()) {
                turnedAway.addSuppressed(new InterruptedException());
            }
            throw new ProviderUnavailable(
                    "The provider was not called: " + turnedAway.getClass().getSimpleName(), turnedAway);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException("The provider threw what it does not declare", impossible);
        }
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
