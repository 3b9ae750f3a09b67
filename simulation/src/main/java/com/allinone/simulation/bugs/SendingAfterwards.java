package com.allinone.simulation.bugs;

import com.allinone.messaging.Envelope;
import com.allinone.messaging.MessageIds;
import com.allinone.messaging.MessageJson;
import com.allinone.messaging.OutgoingMessage;
import com.allinone.messaging.outbox.Broker;
import com.allinone.messaging.sql.CommitSteps;
import com.allinone.messaging.sql.Transaction;
import java.time.Clock;

/** Store, then emit: what most samples do. */
record SendingAfterwards(Broker broker, MessageIds ids, Clock clock) implements CommitSteps {

    @Override
    public void beforeCommit(Transaction transaction) {}

    @Override
    public void afterCommit(Transaction transaction) {
        Broker.Connection connection = broker.connect();
        for (Transaction.Departure departure : transaction.departures()) {
            OutgoingMessage message = departure.message();
            var _ = connection.send(Envelope.wrap(
                    "/nobody",
                    ids.next(),
                    message.topic(),
                    message.key(),
                    message.type(),
                    clock.instant(),
                    MessageJson.write(message.body()),
                    null,
                    departure.cause()));
        }
    }
}
