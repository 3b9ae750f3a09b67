package com.allinone.http.logging;

import com.allinone.http.json.Require;
import com.allinone.messaging.operating.Mandate;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a logger is to tell, for a while.
 *
 * @param logger a class or package of ours or of the Kafka client: what others tell at DEBUG may be tokens and bodies
 * @param until when it tells as before
 * @param author who wanted it
 */
@RegisterForReflection
public record LogLevel(String logger, Name level, Instant until, String author, String reason) {

    /** The levels that there are, with those of the platform. */
    public enum Name {
        DEBUG,
        INFO,
        WARN,
        ERROR;

        Level platform() {
            return switch (this) {
                case DEBUG -> Level.FINE;
                case INFO -> Level.INFO;
                case WARN -> Level.WARNING;
                case ERROR -> Level.SEVERE;
            };
        }
    }

    /**
     * The wish for one.
     *
     * @param level null to end what was wished before
     * @param minutes how long, at most two hours
     */
    @RegisterForReflection
    public record Wish(
            String logger, @Nullable String level, @Nullable Integer minutes, String reason) {

        private static final Pattern OURS =
                Pattern.compile("(com\\.allinone|org\\.apache\\.kafka)(\\.\\w{1,60}){0,12}");
        private static final int LONGEST = 120;
        private static final int USUALLY = 15;

        public Wish {
            logger = Require.matching("logger", logger, OURS, "a class or package of com.allinone or org.apache.kafka");
            if (level != null
                    && Arrays.stream(Name.values())
                            .noneMatch(name -> name.name().equals(level))) {
                throw new IllegalArgumentException("level must be DEBUG, INFO, WARN or ERROR");
            }
            minutes = minutes == null ? USUALLY : minutes;
            Require.between("minutes", minutes, 1, LONGEST);
            reason = Require.text("reason", reason, 3, Mandate.LONGEST_REASON);
        }
    }
}
