package com.allinone.messaging.inbox;

import com.allinone.messaging.Envelope;
import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.MessageHandler;
import com.allinone.messaging.UnreadableMessage;
import com.allinone.messaging.parking.ParkedMessage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came, with the message in it or, where there is none that its handler knows, the reason.
 *
 * @param message null where the envelope could not be read
 * @param defect null where it can be handled
 */
record Arrival(
        ConsumerRecord<String, byte[]> record,
        @Nullable IncomingMessage message,
        @Nullable String defect) {

    static Arrival of(ConsumerRecord<String, byte[]> record, MessageHandler handler) {
        try {
            IncomingMessage message = Envelope.unwrap(record);
            boolean known = handler.handles().contains(message.type())
                    || handler.ignores().contains(message.type());
            return new Arrival(record, message, known ? null : "Unknown type " + message.type());
        } catch (UnreadableMessage e) {
            return new Arrival(record, null, e.getMessage());
        }
    }

    String key() {
        return ParkedMessage.key(record);
    }
}
