package com.allinone.payment.accepting;

import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.PaymentIds;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;

/** UUIDv7: new payments stand at the end of every index. */
@ApplicationScoped
public class TimeOrderedPaymentIds implements PaymentIds {

    @Override
    public PaymentId next() {
        return new PaymentId(UuidCreator.getTimeOrderedEpoch());
    }
}
