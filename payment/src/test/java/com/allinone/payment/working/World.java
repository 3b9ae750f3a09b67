package com.allinone.payment.working;

import com.allinone.payment.domain.Charge;
import com.allinone.payment.domain.Commands;
import com.allinone.payment.domain.DeclineReason;
import com.allinone.payment.domain.Desk;
import com.allinone.payment.domain.Lease;
import com.allinone.payment.domain.LedgerEntry;
import com.allinone.payment.domain.Money;
import com.allinone.payment.domain.OrderId;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentCommand;
import com.allinone.payment.domain.PaymentEvent;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.PaymentState;
import com.allinone.payment.domain.ShopperId;
import com.allinone.payment.domain.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** One payment, its desk and its provider in memory, with a name for every moment in between. */
final class World implements Desk {

    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    static final Money MONEY = new Money(12_900, "KRW");
    static final OrderId ORDER = new OrderId(new UUID(7, 1));
    static final PaymentId PAYMENT = new PaymentId(new UUID(7, 2));

    final FakeProvider provider = new FakeProvider(this::reach);
    final List<PaymentEvent> events = new ArrayList<>();
    final List<LedgerEntry> entries = new ArrayList<>();
    final List<String> reached = new ArrayList<>();
    final MovingClock clock = new MovingClock(NOW);
    Payment payment = new Payment(
            PAYMENT,
            ORDER,
            new Charge(new ShopperId(new UUID(7, 3)), MONEY, "tok_visa", NOW.plusSeconds(300)),
            new PaymentState.Requested(),
            1);
    int releases;
    private Runnable there = () -> {};
    private int where = -1;

    /** The process dies; no code after it runs. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Does something when the given moment is reached, counted from 0. */
    World at(int moment, Runnable action) {
        where = moment;
        there = action;
        return this;
    }

    void reach(String moment) {
        reached.add(moment);
        if (reached.size() - 1 == where) {
            there.run();
        }
    }

    World crashAt(int moment) {
        return at(moment, () -> {
            throw new Crash();
        });
    }

    void command(PaymentCommand command) {
        keep(Commands.next(payment, command));
    }

    @Override
    public Optional<Payment> decide(PaymentId id, Function<Payment, Step> decision) {
        reach("before a decision");
        var step = decision.apply(payment);
        if (step.changed()) {
            keep(step);
        }
        reach("after a decision");
        return step.changed() ? Optional.of(step.payment()) : Optional.empty();
    }

    private void keep(Step step) {
        payment = step.payment();
        events.addAll(step.events());
        entries.addAll(step.entries());
    }

    Lease lease() {
        return new Lease(payment, clock.instant().plusSeconds(45), releases, null);
    }

    @Override
    public List<Lease> lease(Duration length, int limit) {
        return List.of(lease());
    }

    @Override
    public void release(Lease lease, Duration pause, int failures, String answer) {
        releases++;
    }

    DeclineReason refusal() {
        return payment.state() instanceof PaymentState.Declined(var reason)
                ? reason
                : DeclineReason.INVALID_PAYMENT_METHOD;
    }
}
