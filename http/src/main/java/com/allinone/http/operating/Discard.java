package com.allinone.http.operating;

import com.allinone.http.json.Require;
import com.allinone.messaging.operating.Mandate;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The wish to give one parked message up.
 *
 * @param place which of the key's messages
 * @param reason why; it is kept
 */
@RegisterForReflection
public record Discard(String consumer, String key, long place, String reason) {

    public Discard {
        consumer = Names.consumer(consumer);
        key = Names.key(key);
        Require.between("place", place, 1, Long.MAX_VALUE);
        reason = Require.text("reason", reason, 3, Mandate.LONGEST_REASON);
    }
}
