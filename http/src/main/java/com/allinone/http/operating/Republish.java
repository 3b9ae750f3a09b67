package com.allinone.http.operating;

import com.allinone.http.json.Require;
import com.allinone.messaging.operating.Mandate;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wish to publish the log again, one step of it.
 *
 * @param after the position that the step before came to; left out for the first step
 * @param reason may be left out
 */
@RegisterForReflection
public record Republish(
        Instant from, @Nullable Long after, @Nullable String reason) {

    public Republish {
        Require.present("from", from);
        after = Require.between("after", after == null ? 0 : after, 0, Long.MAX_VALUE / 2);
        reason = reason == null ? "" : Require.text("reason", reason, 0, Mandate.LONGEST_REASON);
    }
}
