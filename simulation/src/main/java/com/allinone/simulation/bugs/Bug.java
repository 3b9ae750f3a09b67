package com.allinone.simulation.bugs;

import com.allinone.inventory.domain.Reservations;
import com.allinone.inventory.domain.Shelves;
import com.allinone.messaging.MessageIds;
import com.allinone.messaging.inbox.DoneMessages;
import com.allinone.messaging.outbox.Broker;
import com.allinone.messaging.outbox.OutboxLog;
import com.allinone.messaging.parking.ParkedMessages;
import com.allinone.messaging.sql.CommitSteps;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.payment.domain.Payments;
import com.allinone.payment.domain.Provider;
import java.time.Clock;

/** What a careless change would do to the parts that the services are wired from; the usual one changes nothing. */
public interface Bug {

    Bug NONE = new Bug() {};

    default OutboxLog log(String service, OutboxLog log) {
        return log;
    }

    default DoneMessages done(DoneMessages done) {
        return done;
    }

    default ParkedMessages parked(ParkedMessages parked) {
        return parked;
    }

    default CommitSteps commitSteps(CommitSteps steps, Broker broker, MessageIds ids, Clock clock) {
        return steps;
    }

    default Transactions batches(Transactions transactions) {
        return transactions;
    }

    default Broker broker(Broker broker) {
        return broker;
    }

    default Shelves<Transaction> shelves(Shelves<Transaction> shelves) {
        return shelves;
    }

    default Reservations<Transaction> reservations(
            Reservations<Transaction> reservations, Shelves<Transaction> shelves) {
        return reservations;
    }

    default Payments<Transaction> payments(Payments<Transaction> payments) {
        return payments;
    }

    default Provider provider(Provider provider) {
        return provider;
    }

    default Clock clockOfPayment(Clock clock) {
        return clock;
    }

    default boolean acknowledgesFirst() {
        return false;
    }
}
