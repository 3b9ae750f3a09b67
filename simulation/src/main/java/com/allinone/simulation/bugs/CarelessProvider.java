package com.allinone.simulation.bugs;

import com.allinone.payment.domain.DeclineReason;
import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.IntentSight;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.Provider;
import com.allinone.payment.domain.ProviderUnavailable;
import com.allinone.payment.domain.RefundSight;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An adapter that asks as it should, except where a subclass does not. */
class CarelessProvider implements Provider {

    private static final int ANOTHER = 1_000;

    final Provider provider;

    CarelessProvider(Provider provider) {
        this.provider = provider;
    }

    @Override
    public Creation create(Payment payment, int attempt) {
        return provider.create(payment, attempt);
    }

    @Override
    public IntentSight confirm(PaymentId payment, IntentId intent, int confirms) {
        return provider.confirm(payment, intent, confirms);
    }

    @Override
    public IntentSight look(IntentId intent) {
        return provider.look(intent);
    }

    @Override
    public IntentSight cancel(IntentId intent) {
        return provider.cancel(intent);
    }

    @Override
    public Optional<RefundSight> refundOf(IntentId intent) {
        return provider.refundOf(intent);
    }

    @Override
    public RefundSight refund(Payment payment, IntentId intent, int attempt) {
        return provider.refund(payment, intent, attempt);
    }

    /** Without an answer, takes the money with another intent. */
    static final class ConfirmingAnew extends CarelessProvider {

        private final Map<PaymentId, Payment> asked = new HashMap<>();

        ConfirmingAnew(Provider provider) {
            super(provider);
        }

        @Override
        public Creation create(Payment payment, int attempt) {
            asked.put(payment.id(), payment);
            return provider.create(payment, attempt);
        }

        @Override
        public IntentSight confirm(PaymentId payment, IntentId intent, int confirms) {
            try {
                return provider.confirm(payment, intent, confirms);
            } catch (ProviderUnavailable silence) {
                Payment again = asked.get(payment);
                if (again != null
                        && provider.create(again, ANOTHER + confirms) instanceof Creation.Made(IntentId other)) {
                    return provider.confirm(payment, other, ANOTHER + confirms);
                }
                throw silence;
            }
        }
    }

    /** Without an answer, believes that nothing was taken. */
    static final class TakingSilenceForNo extends CarelessProvider {

        TakingSilenceForNo(Provider provider) {
            super(provider);
        }

        @Override
        public IntentSight confirm(PaymentId payment, IntentId intent, int confirms) {
            try {
                return provider.confirm(payment, intent, confirms);
            } catch (ProviderUnavailable silence) {
                return new IntentSight.Refused(DeclineReason.CARD_DECLINED);
            }
        }
    }
}
