package com.allinone.simulation.equivalence;

import com.allinone.inventory.domain.Reservations;
import com.allinone.inventory.domain.Shelves;
import com.allinone.inventory.storage.JdbcReservations;
import com.allinone.inventory.storage.JdbcShelves;
import com.allinone.messaging.inbox.DoneMessages;
import com.allinone.messaging.outbox.OutboxLog;
import com.allinone.messaging.parking.ParkedMessages;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.storage.JdbcDoneMessages;
import com.allinone.messaging.storage.JdbcOutboxLog;
import com.allinone.messaging.storage.JdbcParkedMessages;
import com.allinone.order.port.Orders;
import com.allinone.order.storage.JdbcOrders;
import com.allinone.payment.domain.Payments;
import com.allinone.payment.storage.JdbcPayments;
import com.allinone.simulation.store.SimulatedDoneMessages;
import com.allinone.simulation.store.SimulatedOrders;
import com.allinone.simulation.store.SimulatedOutboxLog;
import com.allinone.simulation.store.SimulatedParkedMessages;
import com.allinone.simulation.store.SimulatedPayments;
import com.allinone.simulation.store.SimulatedReservations;
import com.allinone.simulation.store.SimulatedShelves;

/** The ports that the services decide over, on one store. */
record Ports(
        OutboxLog log,
        DoneMessages done,
        ParkedMessages parked,
        Orders orders,
        Shelves<Transaction> shelves,
        Reservations<Transaction> reservations,
        Payments<Transaction> payments) {

    static Ports simulated() {
        return new Ports(
                new SimulatedOutboxLog(),
                new SimulatedDoneMessages(),
                new SimulatedParkedMessages(),
                new SimulatedOrders(),
                new SimulatedShelves(),
                new SimulatedReservations(),
                new SimulatedPayments());
    }

    static Ports real() {
        return new Ports(
                new JdbcOutboxLog(),
                new JdbcDoneMessages(),
                new JdbcParkedMessages(),
                new JdbcOrders(),
                new JdbcShelves(),
                new JdbcReservations(),
                new JdbcPayments());
    }
}
