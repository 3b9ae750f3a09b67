package com.allinone.payment.charging;

import com.allinone.payment.domain.Desk;
import com.allinone.payment.domain.Fates;
import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.IntentSight;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentState;
import com.allinone.payment.domain.PaymentState.Confirming;
import com.allinone.payment.domain.PaymentState.Created;
import com.allinone.payment.domain.PaymentState.Requested;
import com.allinone.payment.domain.PaymentWork;
import com.allinone.payment.domain.Provider;
import com.allinone.payment.domain.Provider.Creation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Takes the money of a payment in two steps, each committed before the next: the provider's intent, then the decision
 * to confirm it. What happens to a confirm whose answer is lost, {@code reconciling} finds out.
 */
@ApplicationScoped
public class Charging implements PaymentWork {

    private final Provider provider;
    private final Desk desk;
    private final Clock clock;

    public Charging(Provider provider, Desk desk, Clock clock) {
        this.provider = provider;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public boolean takes(PaymentState state) {
        return state instanceof Requested || state instanceof Created;
    }

    @Override
    public Optional<Payment> work(Payment payment, int failures) {
        return payment.state() instanceof Requested ? make(payment, failures) : confirm(payment);
    }

    private Optional<Payment> make(Payment payment, int failures) {
        if (payment.asked().isLate(clock.instant())) {
            var overdue = desk.decide(payment.id(), current -> Fates.overdue(current, clock.instant()));
            if (overdue.isPresent()) {
                return overdue;
            }
        }
        var creation = provider.create(payment, failures);
        return desk.decide(payment.id(), current -> switch (creation) {
            case Creation.Made(var intent) -> Fates.created(current, intent);
            case Creation.Refused(var reason) -> Fates.refused(current, reason);
        });
    }

    private Optional<Payment> confirm(Payment payment) {
        var decided = desk.decide(payment.id(), current -> Fates.confirm(current, clock.instant()));
        if (decided.isPresent() && decided.get().state() instanceof Confirming(var intent, var confirms)) {
            return confirm(decided.get(), intent, confirms);
        }
        return decided;
    }

    private Optional<Payment> confirm(Payment payment, IntentId intent, int confirms) {
        // A worker that slept between its decision and this line must not take money that is no longer wanted.
        if (payment.asked().isLate(clock.instant())) {
            var unconfirmed = new IntentSight.Unconfirmed();
            return desk.decide(payment.id(), current -> Fates.seen(current, unconfirmed, clock.instant()));
        }
        var sight = provider.confirm(payment.id(), intent, confirms);
        return desk.decide(payment.id(), current -> Fates.answered(current, confirms, sight, clock.instant()));
    }
}
