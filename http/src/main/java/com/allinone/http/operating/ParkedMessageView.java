package com.allinone.http.operating;

import com.allinone.messaging.parking.ParkedMessage;
import com.allinone.messaging.parking.ParkedRow;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A parked message.
 *
 * @param unreadable it can only be discarded
 * @param attempts how often it failed again when it was redriven
 * @param headers and
 * @param body where one message is shown, else null; of a large body the beginning
 * @param bodyBytes how many bytes the body has
 */
@RegisterForReflection
public record ParkedMessageView(
        long place,
        String topic,
        int partition,
        long offset,
        @Nullable Long sequence,
        @Nullable UUID id,
        @Nullable String type,
        boolean unreadable,
        String error,
        int attempts,
        Instant parkedAt,
        int bodyBytes,
        @Nullable Map<String, String> headers,
        @Nullable String body) {

    /** Bytes of a body that are shown. */
    static final int SHOWN = 64 * 1024;

    static ParkedMessageView listed(ParkedRow row) {
        return of(row, null, null);
    }

    static ParkedMessageView whole(ParkedRow row) {
        byte[] body = row.message().body();
        String text = body == null ? null : new String(body, 0, Math.min(body.length, SHOWN), StandardCharsets.UTF_8);
        return of(row, row.message().texts(), text);
    }

    private static ParkedMessageView of(ParkedRow row, @Nullable Map<String, String> headers, @Nullable String body) {
        ParkedMessage message = row.message();
        byte[] bytes = message.body();
        return new ParkedMessageView(
                row.place(),
                message.topic(),
                message.partition(),
                message.offset(),
                message.sequence(),
                message.id(),
                message.type(),
                message.id() == null,
                message.error(),
                row.attempts(),
                message.parkedAt(),
                bytes == null ? 0 : bytes.length,
                headers,
                body);
    }
}
