package com.allinone.messaging;

import java.util.regex.Pattern;

/**
 * A message that leaves with the transaction it is given to.
 *
 * @param topic the Kafka topic
 * @param key what must stay in order: the order id, the SKU or the user id; 1 to 128 characters
 * @param type name and version, as in {@code stock.reserved.v1}
 * @param body a record that the published contract describes; written as JSON
 */
public record OutgoingMessage(String topic, String key, String type, Object body) {

    private static final Pattern TYPE = Pattern.compile("[a-z_]+(\\.[a-z_]+)+\\.v[1-9][0-9]*");
    static final int LONGEST_KEY = 128;

    public OutgoingMessage {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("A message key has 1 to 128 characters, this one has " + key.length());
        }
        if (type.length() > Envelope.LONGEST_TYPE) {
            throw new IllegalArgumentException("A message type has at most " + Envelope.LONGEST_TYPE
                    + " characters, this one has " + type.length());
        }
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("A message type looks like stock.reserved.v1, not like " + type);
        }
    }
}
