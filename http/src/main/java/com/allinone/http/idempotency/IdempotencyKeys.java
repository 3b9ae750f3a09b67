package com.allinone.http.idempotency;

import com.allinone.http.problems.Problem;
import com.allinone.http.problems.Problems;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps, in the transaction that creates something, under which key it was created and what was answered. The key is
 * unique by caller and route and kept for seven days. Only what was created is stored: a refusal (4xx) rolls back and
 * leaves the key free.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The Idempotency-Key
 *     header</a>
 */
@ApplicationScoped
public class IdempotencyKeys {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final String CLAIM = """
            insert into idempotency_key (caller, route, key, body_hash, created_at)
            values (?, ?, ?, ?, ?) on conflict do nothing""";
    private static final String FIND = """
            select body_hash, status, location, answer from idempotency_key
             where caller = ? and route = ? and key = ?""";
    private static final String STORE = """
            update idempotency_key set status = ?, location = ?, answer = ?
             where caller = ? and route = ? and key = ?""";

    private final Clock clock;

    public IdempotencyKeys(Clock clock) {
        this.clock = clock;
    }

    /** The key as sent; refuses one that is missing or not 1 to 128 visible ASCII characters. */
    public static String required(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw Problem.of(
                    400,
                    "idempotency-key-required",
                    "Send an Idempotency-Key header, a new UUID for each thing you create, so that trying again is safe");
        }
        if (!KEY.matcher(key).matches()) {
            throw Problems.invalidParameter("Idempotency-Key", "must have 1 to 128 visible ASCII characters");
        }
        return key;
    }

    /**
     * Claims the key. Empty: it is new and the caller may create. Otherwise: what was answered before.
     *
     * <p>A request with the same key that is still running makes this one wait for it.
     *
     * @param caller whose key it is, a user id; or, where nobody is signed in, another stable name
     * @param body what was asked for, in any text form that is equal when the wish is
     * @throws Problem 422 when the key was used with another body
     */
    public Optional<Answer> claim(Transaction transaction, String caller, String route, String key, String body) {
        String hash = sha256(body);
        int claimed = transaction
                .sql(CLAIM)
                .bind(caller)
                .bind(route)
                .bind(key)
                .bind(hash)
                .bind(clock.instant())
                .update();
        if (claimed == 1) {
            return Optional.empty();
        }
        return transaction.sql(FIND).bind(caller).bind(route).bind(key).first(row -> {
            if (!row.text("body_hash").equals(hash)) {
                throw Problem.of(
                        422,
                        "idempotency-key-reused",
                        "This Idempotency-Key was used with another body; use a new key for another request");
            }
            return new Answer(row.integer("status"), row.textOrNull("location"), row.text("answer"));
        });
    }

    /** Stores what is answered under a key claimed in this transaction. */
    public void store(Transaction transaction, String caller, String route, String key, Answer answer) {
        transaction
                .sql(STORE)
                .bind(answer.status())
                .bind(answer.location())
                .bind(answer.json())
                .bind(caller)
                .bind(route)
                .bind(key)
                .update();
    }

    private static String sha256(String body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /**
     * What was answered.
     *
     * @param json the body
     */
    public record Answer(int status, @Nullable String location, String json) {

        /** As a response of JAX-RS. */
        public jakarta.ws.rs.core.Response response() {
            var response = jakarta.ws.rs.core.Response.status(status)
                    .type(jakarta.ws.rs.core.MediaType.APPLICATION_JSON)
                    .entity(json);
            if (location != null) {
                response.header("Location", location);
            }
            return response.build();
        }
    }
}
