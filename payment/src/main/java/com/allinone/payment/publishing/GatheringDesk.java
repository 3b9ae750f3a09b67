package com.allinone.payment.publishing;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.Ticker;
import com.allinone.messaging.gathering.Gathering;
import com.allinone.messaging.gathering.Pace;
import com.allinone.messaging.gathering.PaceConfig;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.payment.domain.Announcements;
import com.allinone.payment.domain.Desk;
import com.allinone.payment.domain.Lease;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.Payments;
import com.allinone.payment.domain.Step;
import com.allinone.payment.publishing.TransactionalDesk.Wish;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Workers who decide at the same time share a transaction; each goes on when it has committed. */
@ApplicationScoped
public class GatheringDesk implements Desk {

    private static final int MOST = 128;

    private final TransactionalDesk desk;
    private final Gathering<Wish, Optional<Payment>> gathering;

    public GatheringDesk(
            Transactions transactions,
            Payments<Transaction> payments,
            Announcements<Transaction, IncomingMessage> announcements,
            Clock clock,
            Ticker ticker,
            PaceConfig pace) {
        this.desk = new TransactionalDesk(transactions, payments, announcements, clock);
        this.gathering = new Gathering<>(desk::decide, Wish::payment, MOST, 1, new Pace(ticker, pace.apart()));
    }

    @Override
    public Optional<Payment> decide(PaymentId payment, Function<Payment, Step> decision) {
        return gathering.ask(new Wish(payment, decision, Context.current()));
    }

    @Override
    public List<Lease> lease(Duration length, int limit) {
        return desk.lease(length, limit);
    }

    @Override
    public void release(Lease lease, Duration pause, int failures, String answer) {
        desk.release(lease, pause, failures, answer);
    }
}
