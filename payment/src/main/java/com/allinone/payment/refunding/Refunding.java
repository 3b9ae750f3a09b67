package com.allinone.payment.refunding;

import com.allinone.payment.domain.Desk;
import com.allinone.payment.domain.Fates;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentState;
import com.allinone.payment.domain.PaymentWork;
import com.allinone.payment.domain.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Gives money back. It looks first: a refund whose answer was lost is found, not made again. */
@ApplicationScoped
public class Refunding implements PaymentWork {

    private final Provider provider;
    private final Desk desk;

    public Refunding(Provider provider, Desk desk) {
        this.provider = provider;
        this.desk = desk;
    }

    @Override
    public boolean takes(PaymentState state) {
        return state instanceof PaymentState.Refunding;
    }

    @Override
    public Optional<Payment> work(Payment payment, int failures) {
        if (!(payment.state() instanceof PaymentState.Refunding(var intent, var _))) {
            throw new IllegalStateException(
                    "Not for refunding: " + payment.state().label());
        }
        var sight = provider.refundOf(intent).orElseGet(() -> provider.refund(payment, intent, failures));
        return desk.decide(payment.id(), current -> Fates.seen(current, sight));
    }
}
