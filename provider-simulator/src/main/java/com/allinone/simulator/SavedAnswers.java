package com.allinone.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Idempotency keys as Stripe keeps them: the first answer of a request that began to work is replayed, errors included;
 * a key is forgotten after a day; two requests at once under one key conflict; other parameters are refused.
 */
final class SavedAnswers {
    static final Duration KEPT = Duration.ofHours(24);

    /** @param answer null while the first request under this key is still at work */
    private record Saved(
            String fingerprint, Instant at, @Nullable Answer answer) {}

    record Replayable(Answer answer, boolean replayed) {}

    private final Map<String, Saved> saved = new ConcurrentHashMap<>();
    private final Journal journal;
    private final VirtualClock clock;

    SavedAnswers(Journal journal, VirtualClock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    void remember(Form line) {
        if (line.required("kind").equals("answer")) {
            var answer =
                    new Answer(Integer.parseInt(line.required("status")), line.required("body"), Answer.Delivery.SENT);
            var at = Instant.parse(line.required("at"));
            saved.put(line.required("key"), new Saved(line.required("fingerprint"), at, answer));
        }
    }

    Replayable once(@Nullable String key, String fingerprint, Supplier<Answer> work) {
        if (key == null) {
            return new Replayable(work.get(), false);
        }
        saved.computeIfPresent(key, (name, entry) -> isForgotten(entry) ? null : entry);
        var earlier = saved.putIfAbsent(key, new Saved(fingerprint, clock.now(), null));
        return earlier == null
                ? new Replayable(first(key, fingerprint, work), false)
                : new Replayable(again(earlier, fingerprint), true);
    }

    private boolean isForgotten(Saved entry) {
        return entry.answer() != null && entry.at().plus(KEPT).isBefore(clock.now());
    }

    private Answer first(String key, String fingerprint, Supplier<Answer> work) {
        try {
            var answer = work.get();
            save(key, fingerprint, answer);
            return answer;
        } catch (RuntimeException notBegun) {
            saved.remove(key);
            throw notBegun;
        }
    }

    private void save(String key, String fingerprint, Answer answer) {
        var now = clock.now();
        saved.put(key, new Saved(fingerprint, now, answer.that(Answer.Delivery.SENT)));
        var line = new LinkedHashMap<String, String>();
        line.put("kind", "answer");
        line.put("key", key);
        line.put("fingerprint", fingerprint);
        line.put("at", now.toString());
        line.put("status", Integer.toString(answer.status()));
        line.put("body", answer.body());
        journal.append(new Form(line));
    }

    private static Answer again(Saved earlier, String fingerprint) {
        if (!earlier.fingerprint().equals(fingerprint)) {
            throw Refusal.of(
                    400,
                    "idempotency_error",
                    null,
                    "Keys for idempotent requests can only be used with the same parameters they were first used with.");
        }
        if (earlier.answer() == null) {
            throw Refusal.of(
                    409,
                    "idempotency_error",
                    "idempotency_key_in_use",
                    "There is currently another in-progress request using this Idempotent Key.");
        }
        return earlier.answer();
    }
}
