package com.allinone.payment.webhooks;

import com.allinone.messaging.Ticker;
import com.allinone.messaging.gathering.Gathering;
import com.allinone.messaging.gathering.Pace;
import com.allinone.messaging.gathering.PaceConfig;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.payment.domain.HeardWebhooks;
import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.Payments;
import com.allinone.payment.domain.WorkSignal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Heeds deliveries that come at the same time in one transaction; each is answered when that has committed. */
@ApplicationScoped
class HearingTogether {

    private static final int MOST = 200;

    private final Transactions transactions;
    private final Payments<Transaction> payments;
    private final HeardWebhooks<Transaction> heard;
    private final WorkSignal signal;
    private final Clock clock;
    private final Gathering<Delivery, Verdict> gathering;

    HearingTogether(
            Transactions transactions,
            Payments<Transaction> payments,
            HeardWebhooks<Transaction> heard,
            WorkSignal signal,
            Clock clock,
            Ticker ticker,
            PaceConfig pace) {
        this.transactions = transactions;
        this.payments = payments;
        this.heard = heard;
        this.signal = signal;
        this.clock = clock;
        this.gathering = new Gathering<>(this::heed, Delivery::event, MOST, 1, new Pace(ticker, pace.apart()));
    }

    /**
     * A genuine delivery.
     *
     * @param event its id, by which it is known again
     * @param intent which intent it is about, if any
     */
    record Delivery(String event, Optional<IntentId> intent) {}

    /** What became of it. */
    enum Verdict {
        /** The intent is looked at now. */
        HEEDED,
        /** It was heard before. */
        REPEATED,
        /** Nobody waits for the intent, or it is being worked on just now. */
        NEEDLESS
    }

    Verdict hear(Delivery delivery) {
        return gathering.ask(delivery);
    }

    private List<Verdict> heed(List<Delivery> deliveries) {
        return transactions.call(transaction -> {
            Instant now = clock.instant();
            Set<String> first = heard.first(
                    transaction, deliveries.stream().map(Delivery::event).toList(), now);
            Set<IntentId> hurried = payments.hurry(
                    transaction,
                    deliveries.stream()
                            .filter(delivery -> first.contains(delivery.event()))
                            .flatMap(delivery -> delivery.intent().stream())
                            .collect(Collectors.toSet()),
                    now);
            if (!hurried.isEmpty()) {
                transaction.afterCommit(signal::wake);
            }
            return deliveries.stream()
                    .map(delivery -> verdict(delivery, first, hurried))
                    .toList();
        });
    }

    private static Verdict verdict(Delivery delivery, Set<String> first, Set<IntentId> hurried) {
        if (!first.contains(delivery.event())) {
            return Verdict.REPEATED;
        }
        return delivery.intent().filter(hurried::contains).isPresent() ? Verdict.HEEDED : Verdict.NEEDLESS;
    }
}
