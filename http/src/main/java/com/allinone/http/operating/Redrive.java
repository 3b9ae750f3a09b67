package com.allinone.http.operating;

import com.allinone.http.json.Require;
import com.allinone.messaging.operating.Mandate;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * The wish to hand a key's parked messages to their handler again.
 *
 * @param key may be empty: so are parked what came without one
 * @param reason may be left out
 */
@RegisterForReflection
public record Redrive(String consumer, String key, @Nullable String reason) {

    public Redrive {
        consumer = Names.consumer(consumer);
        key = Names.key(key);
        reason = reason == null ? "" : Require.text("reason", reason, 0, Mandate.LONGEST_REASON);
    }
}
