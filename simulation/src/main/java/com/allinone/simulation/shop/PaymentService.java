package com.allinone.simulation.shop;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transaction;
import com.allinone.payment.accepting.PaymentCommands;
import com.allinone.payment.charging.Charging;
import com.allinone.payment.domain.Announcements;
import com.allinone.payment.domain.Backoff;
import com.allinone.payment.domain.Desk;
import com.allinone.payment.domain.Lease;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.Payments;
import com.allinone.payment.domain.Provider;
import com.allinone.payment.publishing.OutboxAnnouncements;
import com.allinone.payment.publishing.TransactionalDesk;
import com.allinone.payment.reconciling.Reconciling;
import com.allinone.payment.refunding.Refunding;
import com.allinone.payment.working.Working;
import com.allinone.simulation.world.Life;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A process of payment. */
final class PaymentService extends Service {

    private static final int CONCURRENCY = 3;
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Desk desk;
    private final Working working;

    PaymentService(Shop shop, Life life) {
        super(shop, shop.paymentPremises(), life);
        Payments<Transaction> payments = shop.bug().payments(shop.payments());
        Announcements<Transaction, IncomingMessage> announcements = new OutboxAnnouncements();
        Provider provider = shop.bug().provider(shop.provider());
        Clock clock = shop.bug().clockOfPayment(shop.clock());
        this.desk = new TransactionalDesk(transactions, payments, announcements, shop.clock());
        this.working = new Working(
                List.of(
                        new Charging(provider, desk, clock),
                        new Reconciling(provider, desk, clock),
                        new Refunding(provider, desk)),
                desk,
                new Backoff(Settings.ALL.backoff(), Settings.LONGEST_WORK_BACKOFF));
        consume(
                "payment.commands",
                new PaymentCommands(
                        payments,
                        announcements,
                        new NoReports(),
                        () -> new PaymentId(shop.ids().next()),
                        () -> {},
                        shop.clock()));
        shop.world().start(life, "worker", this::takeUpDue);
    }

    private void takeUpDue() {
        while (true) {
            if (!shop.payments().isDue(shop.clock().instant())) {
                shop.world().await(() -> shop.payments().isDue(shop.clock().instant()), LOOK);
            }
            try {
                List<Lease> leases = desk.lease(Settings.LEASE, CONCURRENCY);
                leases.forEach(lease -> shop.world().start(life, "work", () -> working.work(lease)));
                if (leases.isEmpty()) {
                    shop.world().sleep(LOOK);
                }
            } catch (DatabaseFailure away) {
                shop.world().sleep(LOOK);
            }
        }
    }
}
