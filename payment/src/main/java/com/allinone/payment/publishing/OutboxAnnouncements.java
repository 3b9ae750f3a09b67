package com.allinone.payment.publishing;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.sql.Transaction;
import com.allinone.payment.domain.Announcements;
import com.allinone.payment.domain.PaymentEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Announces through the outbox, in the trace of whoever decides. */
@ApplicationScoped
public class OutboxAnnouncements implements Announcements<Transaction, IncomingMessage> {

    @Override
    public void announce(Transaction transaction, PaymentEvent event) {
        transaction.send(PaymentMessages.of(event));
    }

    @Override
    public void answer(Transaction transaction, PaymentEvent event, IncomingMessage cause) {
        transaction.send(PaymentMessages.of(event), cause);
    }
}
