package com.allinone.messaging.outbox;

import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Where published messages go. */
@FunctionalInterface
public interface Broker {

    /**
     * Opens a connection of its own.
     *
     * @throws KafkaException when that cannot be tried
     */
    Connection connect();

    /** What is sent on one connection is written in the order of sending, each record once, up to the first failure. */
    interface Connection {

        /**
         * Sends; returns before the record is written.
         *
         * @return done when every replica in sync has the record; fails with its cause
         */
        Future<?> send(ProducerRecord<String, byte[]> record);

        /** Closes at once and drops what is queued; what is under way may still be written. */
        void abandon();
    }
}
