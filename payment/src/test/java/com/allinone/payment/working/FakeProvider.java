package com.allinone.payment.working;

import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.IntentSight;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.Provider;
import com.allinone.payment.domain.ProviderUnavailable;
import com.allinone.payment.domain.RefundId;
import com.allinone.payment.domain.RefundSight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A provider in memory: takes the money of an intent once, gives it back once, and keeps to what it said under a key. */
final class FakeProvider implements Provider {

    private static final long AMOUNT = World.MONEY.amount();

    final List<String> confirms = new ArrayList<>();
    private final Map<IntentId, IntentSight> intents = new HashMap<>();
    private final Map<IntentId, RefundId> refunds = new HashMap<>();
    private final Map<String, IntentId> keys = new HashMap<>();
    private final Consumer<String> moment;
    boolean silent;
    boolean deaf;

    FakeProvider(Consumer<String> moment) {
        this.moment = moment;
    }

    int captures() {
        return (int) intents.values().stream()
                .filter(IntentSight.Succeeded.class::isInstance)
                .count();
    }

    int refunds() {
        return refunds.size();
    }

    @Override
    public Creation create(Payment payment, int attempt) {
        moment.accept("before create");
        var intent = keys.computeIfAbsent("create-" + attempt, key -> new IntentId("pi_" + (intents.size() + 1)));
        intents.putIfAbsent(intent, new IntentSight.Unconfirmed());
        moment.accept("after create");
        return new Creation.Made(intent);
    }

    @Override
    public IntentSight confirm(PaymentId payment, IntentId intent, int number) {
        moment.accept("before confirm");
        confirms.add(intent + "-" + number);
        if (!deaf) {
            intents.computeIfPresent(
                    intent,
                    (id, sight) ->
                            sight instanceof IntentSight.Unconfirmed ? new IntentSight.Succeeded(AMOUNT) : sight);
        }
        moment.accept("after confirm");
        if (silent) {
            throw new ProviderUnavailable("silence", null);
        }
        return of(intent);
    }

    @Override
    public IntentSight look(IntentId intent) {
        moment.accept("before look");
        return of(intent);
    }

    @Override
    public IntentSight cancel(IntentId intent) {
        moment.accept("before cancel");
        intents.computeIfPresent(
                intent, (id, sight) -> sight instanceof IntentSight.Unconfirmed ? new IntentSight.Canceled() : sight);
        moment.accept("after cancel");
        return of(intent);
    }

    @Override
    public Optional<RefundSight> refundOf(IntentId intent) {
        moment.accept("before list");
        return Optional.ofNullable(refunds.get(intent)).map(RefundSight.Given::new);
    }

    @Override
    public RefundSight refund(Payment payment, IntentId intent, int attempt) {
        moment.accept("before refund");
        if (refunds.containsKey(intent)) {
            throw new AssertionError("Given back twice");
        }
        refunds.put(intent, new RefundId("re_" + refunds.size()));
        moment.accept("after refund");
        return new RefundSight.Given(new RefundId("re_" + (refunds.size() - 1)));
    }

    private IntentSight of(IntentId intent) {
        return intents.getOrDefault(intent, new IntentSight.Unconfirmed());
    }
}
