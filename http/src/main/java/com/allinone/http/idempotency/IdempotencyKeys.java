package com.allinone.http.idempotency;

import static java.util.stream.Collectors.toMap;

import com.allinone.http.problems.Problem;
import com.allinone.http.problems.Problems;
import com.allinone.messaging.sql.Row;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

    private static final String KEEP = """
            insert into idempotency_key (caller, route, key, body_hash, status, location, answer, created_at)
            select caller, ?, key, body_hash, status, location, answer, ?
              from unnest(?, ?, ?, ?, ?, ?) as new(caller, key, body_hash, status, location, answer)
             order by caller, key
            on conflict do nothing returning caller, key""";
    private static final String LEAVE = """
            delete from idempotency_key where route = ? and (caller, key) in (select * from unnest(?, ?))""";
    private static final String FIND_ALL = """
            select caller, key, body_hash, status, location, answer from idempotency_key
             where route = ? and (caller, key) in (select * from unnest(?, ?))""";

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
                throw reused();
            }
            return answer(row);
        });
    }

    /**
     * Claims keys and stores what is answered under each, in one statement. Requests with the same key that are still
     * running are waited for.
     *
     * @param answers one for each key
     * @return the keys that are new; whoever asked with another one has to be told what {@link #found} says
     */
    public Set<Key> keep(Transaction transaction, String route, Map<Key, Answer> answers) {
        if (answers.isEmpty()) {
            return Set.of();
        }
        List<Map.Entry<Key, Answer>> all = List.copyOf(answers.entrySet());
        Map<String, Key> asked = answers.keySet().stream().collect(toMap(Key::place, Function.identity()));
        return Set.copyOf(transaction
                .sql(KEEP)
                .bind(route)
                .bind(clock.instant())
                .bindArray(
                        "text", all.stream().map(each -> each.getKey().caller()).toList())
                .bindArray("text", all.stream().map(each -> each.getKey().key()).toList())
                .bindArray(
                        "text",
                        all.stream().map(each -> each.getKey().bodyHash()).toList())
                .bindArray(
                        "int4",
                        all.stream().map(each -> each.getValue().status()).toList())
                .bindArray(
                        "text",
                        all.stream().map(each -> each.getValue().location()).toList())
                .bindArray(
                        "text", all.stream().map(each -> each.getValue().json()).toList())
                .list(row -> Objects.requireNonNull(asked.get(Key.place(row.text("caller"), row.text("key"))))));
    }

    /** Lets go of keys that were claimed in this transaction: nothing was created under them. */
    public void leave(Transaction transaction, String route, Collection<Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        transaction
                .sql(LEAVE)
                .bind(route)
                .bindArray("text", keys.stream().map(Key::caller).toList())
                .bindArray("text", keys.stream().map(Key::key).toList())
                .update();
    }

    /** What was answered before under those of the keys that were used; a problem 422 where it was for another body. */
    public Map<Key, Said> found(Transaction transaction, String route, Collection<Key> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<String, Key> asked = keys.stream().collect(toMap(Key::place, Function.identity()));
        Map<Key, Said> found = new HashMap<>();
        transaction
                .sql(FIND_ALL)
                .bind(route)
                .bindArray("text", keys.stream().map(Key::caller).toList())
                .bindArray("text", keys.stream().map(Key::key).toList())
                .list(row -> {
                    Key key = Objects.requireNonNull(asked.get(Key.place(row.text("caller"), row.text("key"))));
                    boolean same = row.text("body_hash").equals(key.bodyHash());
                    return found.put(key, same ? new Said.Answered(answer(row)) : new Said.Refused(reused()));
                });
        return found;
    }

    private static Answer answer(Row row) {
        return new Answer(row.integer("status"), row.textOrNull("location"), row.text("answer"));
    }

    private static Problem reused() {
        return Problem.of(
                422,
                "idempotency-key-reused",
                "This Idempotency-Key was used with another body; use a new key for another request");
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
     * A key of somebody, and what it was used for.
     *
     * @param bodyHash as {@link #of} makes it
     */
    public record Key(String caller, String key, String bodyHash) {

        /** A key as sent, used for this body, in any text form that is equal when the wish is. */
        public static Key of(String caller, String key, String body) {
            return new Key(caller, key, sha256(body));
        }

        /** The same for whoever uses it, whatever for. */
        public String place() {
            return place(caller, key);
        }

        private static String place(String caller, String key) {
            return caller + '\n' + key;
        }
    }

    /** What a request is told: its answer, or why it is refused. */
    public sealed interface Said {

        /** It was done, now or before. */
        record Answered(Answer answer) implements Said {}

        /** It was not done. */
        record Refused(Problem problem) implements Said {}
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
