package com.allinone.simulation.provider;

import com.allinone.payment.domain.DeclineReason;
import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.IntentSight;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.Provider;
import com.allinone.payment.domain.ProviderUnavailable;
import com.allinone.payment.domain.RefundFailure;
import com.allinone.payment.domain.RefundId;
import com.allinone.payment.domain.RefundSight;
import com.allinone.simulation.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A provider with books. While it misbehaves a call may be slow, fail before or after its effect, or fail and have its
 * effect much later. What it answered under a key it answers again, failures included, until it forgets its keys.
 */
public final class SimulatedProvider implements Provider {

    private static final int SLOWEST_SECONDS = 12;

    private final World world;
    private final Map<IntentId, Intent> intents = new LinkedHashMap<>();
    private final Map<String, Call<Object>> saved = new HashMap<>();
    private final List<IntentId> askedTooLate = new ArrayList<>();
    private boolean misbehaving;

    public SimulatedProvider(World world) {
        this.world = world;
    }

    public void misbehave(boolean misbehaving) {
        this.misbehaving = misbehaving;
    }

    /** A day has passed: keys are new again. */
    public void forgetKeys() {
        saved.clear();
    }

    /** Intents that somebody set out to confirm when their time was over. */
    public List<IntentId> askedTooLate() {
        return askedTooLate;
    }

    /** Its books. */
    public Collection<Intent> intents() {
        return intents.values();
    }

    @Override
    public Creation create(Payment payment, int attempt) {
        return (Creation) once(payment.id() + "-create-" + attempt, () -> {
            IntentId id = new IntentId("pi_" + (intents.size() + 1));
            intents.put(id, new Intent(id, payment));
            return new Creation.Made(id);
        });
    }

    @Override
    public IntentSight confirm(PaymentId payment, IntentId intent, int confirms) {
        if (known(intent).payment.asked().isLate(world.instant())) {
            askedTooLate.add(intent);
        }
        return (IntentSight)
                once(payment + "-confirm-" + confirms, () -> known(intent).confirm());
    }

    @Override
    public IntentSight look(IntentId intent) {
        return asked(() -> known(intent).sight());
    }

    @Override
    public IntentSight cancel(IntentId intent) {
        return asked(() -> known(intent).cancel());
    }

    @Override
    public Optional<RefundSight> refundOf(IntentId intent) {
        return asked(() -> known(intent).refunds.stream()
                .map(refund -> (RefundSight) new RefundSight.Given(refund))
                .findFirst());
    }

    @Override
    public RefundSight refund(Payment payment, IntentId intent, int attempt) {
        return (RefundSight)
                once(payment.id() + "-refund-" + attempt, () -> known(intent).refund());
    }

    private Object once(String key, Call<Object> effect) {
        return asked(() -> {
            Call<Object> answered = saved.get(key);
            if (answered == null) {
                if (misbehaving && world.choices().oneIn(24)) {
                    answered = () -> {
                        throw new ProviderUnavailable("500, and again under this key", null);
                    };
                    if (world.choices().oneIn(2)) {
                        effect.take();
                    }
                } else {
                    Object answer = effect.take();
                    answered = () -> answer;
                }
                saved.put(key, answered);
            }
            return answered.take();
        });
    }

    private <T> T asked(Call<T> effect) {
        world.pause();
        if (!misbehaving) {
            return effect.take();
        }
        switch (world.choices().below(14)) {
            case 0 -> throw new ProviderUnavailable("500 before anything was done", null);
            case 1 -> {
                effect.take();
                throw new ProviderUnavailable("500 after it was done", null);
            }
            case 2 -> {
                world.after(later(), () -> late(effect));
                throw new ProviderUnavailable("Connection reset while it was under way", null);
            }
            case 3 -> world.sleep(later());
            default -> {}
        }
        T answer = effect.take();
        world.pause();
        return answer;
    }

    private static void late(Call<?> effect) {
        try {
            effect.take();
        } catch (ProviderUnavailable nobodyListens) {
            // The caller is gone.
        }
    }

    private Duration later() {
        return Duration.ofMillis(world.choices().below(SLOWEST_SECONDS * 1_000));
    }

    private Intent known(IntentId id) {
        Intent intent = intents.get(id);
        if (intent == null) {
            throw new IllegalStateException("The provider knows no intent " + id);
        }
        return intent;
    }

    /** A call's effect, and its answer. */
    @FunctionalInterface
    private interface Call<T> {
        T take();
    }

    /** What it knows of one intent. */
    public static final class Intent {

        private final IntentId id;
        private final Payment payment;
        private final List<RefundId> refunds = new ArrayList<>();
        private IntentSight state = new IntentSight.Unconfirmed();

        Intent(IntentId id, Payment payment) {
            this.id = id;
            this.payment = payment;
        }

        public Payment payment() {
            return payment;
        }

        public boolean captured() {
            return state instanceof IntentSight.Succeeded;
        }

        public boolean refunded() {
            return !refunds.isEmpty();
        }

        IntentSight sight() {
            return state;
        }

        IntentSight confirm() {
            if (state instanceof IntentSight.Unconfirmed || state instanceof IntentSight.Refused) {
                state = switch (payment.asked().paymentMethod()) {
                    case "tok_declined" -> new IntentSight.Refused(DeclineReason.CARD_DECLINED);
                    case "tok_action" -> new IntentSight.Refused(DeclineReason.ACTION_REQUIRED);
                    default -> new IntentSight.Succeeded(payment.asked().money().amount());
                };
            }
            return state;
        }

        IntentSight cancel() {
            if (!captured()) {
                state = new IntentSight.Canceled();
            }
            return state;
        }

        RefundSight refund() {
            if (payment.asked().paymentMethod().equals("tok_no_refund")) {
                return new RefundSight.NotGiven(RefundFailure.REFUSED_BY_PROVIDER);
            }
            if (!captured()) {
                throw new IllegalStateException("Nothing was taken, and " + id + " is to be given back");
            }
            if (refunds.isEmpty()) {
                refunds.add(new RefundId("re_" + id.value()));
            }
            return new RefundSight.Given(refunds.getFirst());
        }
    }
}
