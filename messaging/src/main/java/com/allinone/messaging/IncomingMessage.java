package com.allinone.messaging;

import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.UUID;

/**
 * A message that arrived, told apart by its id however often it is delivered.
 *
 * @param id CloudEvents id, a UUIDv7 made by the sender
 * @param topic the Kafka topic it came from
 * @param partition and
 * @param offset its place there
 * @param key what it is ordered by
 * @param type name and version, as in {@code stock.reserved.v1}
 * @param source who said it, as in {@code /inventory}
 * @param time when it was said
 * @param json the body, UTF-8 JSON
 * @param trace the trace it belongs to
 */
@SuppressWarnings("ArrayRecordComponent") // messages are told apart by id; the body is read once and never compared
public record IncomingMessage(
        UUID id,
        String topic,
        int partition,
        long offset,
        String key,
        String type,
        String source,
        Instant time,
        byte[] json,
        Context trace) {

    /** The body as the reader's own narrow record; fields it does not name are skipped. */
    public <T> T body(Class<T> narrowRecord) {
        return MessageJson.read(json, narrowRecord, type, id);
    }

    public IncomingMessage within(Context context) {
        return new IncomingMessage(id, topic, partition, offset, key, type, source, time, json, context);
    }
}
