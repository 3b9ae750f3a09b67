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
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Opens one short transaction for each thing that is decided about a payment; no provider is called inside. */
@ApplicationScoped
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

    @Override
    public Optional<Payment> decide(PaymentId id, Function<Payment, Step> decision) {
        return transactions.call(transaction -> {
            var payment = payments.lock(transaction, id)
                    .orElseThrow(() -> new IllegalStateException("Payment " + id + " is gone"));
            var step = decision.apply(payment);
            if (!step.changed()) {
                return Optional.empty();
            }
            payments.write(transaction, List.of(step), Map.of(), clock.instant());
            step.events().forEach(event -> announcements.announce(transaction, event));
            transaction.afterCommit(() -> LOG.infof(
                    "Payment changed, orderId=%s paymentId=%s state=%s",
                    payment.order(), id, step.payment().state().label()));
            return Optional.of(step.payment());
        });
    }

    @Override
    public List<Lease> lease(Duration length, int limit) {
        return transactions.call(transaction -> payments.lease(transaction, clock.instant(), length, limit));
    }

    @Override
    public void release(Lease lease, Duration pause, int failures) {
        transactions.run(transaction ->
                payments.release(transaction, lease, clock.instant().plus(pause), failures));
    }
}
