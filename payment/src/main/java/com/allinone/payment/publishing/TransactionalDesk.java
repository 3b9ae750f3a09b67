package com.allinone.payment.publishing;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.payment.domain.Announcements;
import com.allinone.payment.domain.Desk;
import com.allinone.payment.domain.Lease;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.Payments;
import com.allinone.payment.domain.Step;
import com.allinone.payment.domain.Trail;
import io.opentelemetry.context.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Opens one short transaction for what is decided about payments; no provider is called inside. */
public class TransactionalDesk implements Desk {

    private static final Logger LOG = Logger.getLogger(TransactionalDesk.class);

    private final Transactions transactions;
    private final Payments<Transaction> payments;
    private final Announcements<Transaction, IncomingMessage> announcements;
    private final Clock clock;

    public TransactionalDesk(
            Transactions transactions,
            Payments<Transaction> payments,
            Announcements<Transaction, IncomingMessage> announcements,
            Clock clock) {
        this.transactions = transactions;
        this.payments = payments;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Something to be decided.
     *
     * @param trace that of whoever decides; what is announced stays in it
     */
    record Wish(PaymentId payment, Function<Payment, Step> decision, Context trace) {}

    @Override
    public Optional<Payment> decide(PaymentId id, Function<Payment, Step> decision) {
        return decide(List.of(new Wish(id, decision, Context.current()))).getFirst();
    }

    /** Decides about several payments, each of them another one, in one transaction. */
    List<Optional<Payment>> decide(List<Wish> wishes) {
        return transactions.call(transaction -> {
            Map<PaymentId, Payment> locked = payments.lockAll(
                    transaction, wishes.stream().map(Wish::payment).toList());
            List<Optional<Payment>> decided = new ArrayList<>(wishes.size());
            List<Step> changed = new ArrayList<>(wishes.size());
            for (var wish : wishes) {
                var payment = locked.get(wish.payment());
                if (payment == null) {
                    throw new IllegalStateException("Payment " + wish.payment() + " is gone");
                }
                var step = decide(transaction, wish, payment);
                if (step.changed()) {
                    changed.add(step);
                }
                decided.add(step.changed() ? Optional.of(step.payment()) : Optional.empty());
            }
            payments.write(transaction, changed, Map.of(), clock.instant());
            return decided;
        });
    }

    private Step decide(Transaction transaction, Wish wish, Payment payment) {
        try (var _ = wish.trace().makeCurrent()) {
            var step = wish.decision().apply(payment);
            if (step.changed()) {
                step.events().forEach(event -> announcements.announce(transaction, event));
                transaction.afterCommit(() -> LOG.infof(
                        "Payment changed, orderId=%s paymentId=%s state=%s",
                        payment.order(), payment.id(), step.payment().state().label()));
            }
            return step;
        }
    }

    @Override
    public List<Lease> lease(Duration length, int limit) {
        return transactions.call(transaction -> payments.lease(transaction, clock.instant(), length, limit));
    }

    @Override
    public void release(Lease lease, Duration pause, int failures, String answer) {
        transactions.run(transaction -> {
            Instant now = clock.instant();
            var told = new Trail.Entry(now, lease.payment().state().label(), answer);
            payments.release(transaction, lease, now.plus(pause), failures, told);
        });
    }
}
