package com.allinone.payment.reconciling;

import com.allinone.payment.domain.Desk;
import com.allinone.payment.domain.Fates;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentState;
import com.allinone.payment.domain.PaymentState.Cancelling;
import com.allinone.payment.domain.PaymentState.Confirming;
import com.allinone.payment.domain.PaymentWork;
import com.allinone.payment.domain.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Resolves what is unknown: looks at an intent whose confirm was not answered, and closes one that shall not be taken
 * any more. It never confirms.
 */
@ApplicationScoped
public class Reconciling implements PaymentWork {

    private final Provider provider;
    private final Desk desk;
    private final Clock clock;

    public Reconciling(Provider provider, Desk desk, Clock clock) {
        this.provider = provider;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public boolean takes(PaymentState state) {
        return state instanceof Confirming || state instanceof Cancelling;
    }

    @Override
    public Optional<Payment> work(Payment payment, int failures) {
        var sight = switch (payment.state()) {
            case Confirming(var intent, var _) -> provider.look(intent);
            case Cancelling(var intent, var _) -> provider.cancel(intent);
            case PaymentState other -> throw new IllegalStateException("Not for reconciling: " + other.label());
        };
        return desk.decide(payment.id(), current -> Fates.seen(current, sight, clock.instant()));
    }
}
