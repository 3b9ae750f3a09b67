package com.allinone.simulation.bugs;

import com.allinone.messaging.outbox.Broker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A broker that is believed to have a record as soon as it is sent. */
record Optimistic(Broker broker) implements Broker {

    @Override
    public Connection connect() {
        Connection connection = broker.connect();
        return new Connection() {
            @Override
            public Future<?> send(ProducerRecord<String, byte[]> record) {
                Future<?> unheard = connection.send(record);
                return unheard.isDone() ? unheard : CompletableFuture.completedFuture("surely");
            }

            @Override
            public void abandon() {
                connection.abandon();
            }
        };
    }
}
