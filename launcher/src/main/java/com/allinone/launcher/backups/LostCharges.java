package com.allinone.launcher.backups;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.home.Failure;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What the payment provider did in a time that our databases have forgotten. An intent names the payment that it was
 * made for, and a payment's id is never given twice: of one that was made after the moment and is not there nobody can
 * ever ask again, so its money is given back, or it is closed. A payment that is declined is never completed any more:
 * its money is given back, too. Every other payment is left to the services, which ask the provider themselves, and every
 * other intent to a person: reconciling finds it.
 *
 * <p>Each intent is settled under a key of its own, so that it may be tried again at any time.
 */
public final class LostCharges {
    private static final String INTENTS = "/v1/payment_intents";
    private static final String STATE = "select state from payment where payment_id = ?";
    /** Of an intent that another system may have made; it is left alone. */
    private static final String STRANGE = "?";

    private static final int MOST_PAGES = 20_000;

    /** An intent may wait for so long until it is confirmed, and services' clocks may differ by so much. */
    private static final Duration LONGEST_OPEN = Duration.ofHours(1);

    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private final JsonCalls provider;
    private final Connection payments;
    private final Instant moment;

    /**
     * Of one restore.
     *
     * @param payments to the database of payment, which is only read
     * @param moment what was restored; what payment did later is forgotten
     */
    public LostCharges(JsonCalls provider, Connection payments, Instant moment) {
        this.provider = provider;
        this.payments = payments;
        this.moment = moment;
    }

    /** What is to be done about an intent. */
    public enum Remedy {
        GIVE_BACK,
        CLOSE
    }

    /**
     * An intent that nobody will ask for.
     *
     * @param kept minor units that the provider took and still has
     * @param order the order that it was made for, as the provider was told
     */
    public record Lost(String intent, String order, long kept, String currency, Remedy remedy) {}

    /** All about which something is to be done. */
    public List<Lost> find() throws IOException, SQLException {
        var since = moment.minus(LONGEST_OPEN);
        var lost = new ArrayList<Lost>();
        var after = "";
        for (var page = 0; page < MOST_PAGES; page++) {
            var list = page(since, after);
            for (var intent : list.path("data")) {
                judge(intent).forEach(lost::add);
                after = intent.path("id").asText();
            }
            if (!list.path("has_more").asBoolean()) {
                return lost;
            }
        }
        throw Failure.untrue("The provider's list since %s is longer than %d pages; they are for a person."
                .formatted(since, MOST_PAGES));
    }

    /**
     * Settles them.
     *
     * @param refused told of each that the provider would not settle, which is then for a person
     * @return how many were settled
     */
    public int settle(List<Lost> lost, Consumer<String> refused) throws IOException {
        var settled = 0;
        for (var each : lost) {
            var key = Map.of("Idempotency-Key", "lost-" + each.remedy() + "-" + each.intent());
            var reply = switch (each.remedy()) {
                case GIVE_BACK -> provider.postForm("/v1/refunds", Map.of("payment_intent", each.intent()), key);
                case CLOSE -> provider.postForm(INTENTS + "/" + each.intent() + "/cancel", Map.of(), key);
            };
            if (reply.succeeded()) {
                settled++;
            } else {
                refused.accept("Intent %s of order %s, %d %s, is for a person: the provider answered %d (%s)."
                        .formatted(
                                each.intent(),
                                each.order(),
                                each.kept(),
                                each.currency(),
                                reply.status(),
                                reply.body().at("/error/code").asText("no code")));
            }
        }
        return settled;
    }

    private JsonNode page(Instant since, String after) throws IOException {
        var path = INTENTS + "?limit=100&expand%5B%5D=data.latest_charge&created%5Bgte%5D=" + since.getEpochSecond()
                + (after.isEmpty() ? "" : "&starting_after=" + after);
        var reply = provider.get(path);
        if (!reply.succeeded()) {
            throw new IOException("the provider's list was answered with " + reply.status());
        }
        return reply.body();
    }

    private List<Lost> judge(JsonNode intent) throws SQLException {
        var kept = intent.path("amount_received").asLong()
                - intent.at("/latest_charge/amount_refunded").asLong();
        var state = state(intent.at("/metadata/payment_id").asText());
        var forgotten = state.isEmpty();
        var open =
                !List.of("succeeded", "canceled").contains(intent.path("status").asText());
        if (kept > 0 && (forgotten || state.equals("DECLINED"))) {
            return List.of(lost(intent, kept, Remedy.GIVE_BACK));
        }
        return open && forgotten ? List.of(lost(intent, kept, Remedy.CLOSE)) : List.of();
    }

    private static Lost lost(JsonNode intent, long kept, Remedy remedy) {
        return new Lost(
                intent.path("id").asText(),
                intent.at("/metadata/order_id").asText("unknown"),
                kept,
                intent.path("currency").asText(),
                remedy);
    }

    /** Empty where there was such a payment and is none any more. */
    private String state(String payment) throws SQLException {
        var id = id(payment);
        if (id.isEmpty()) {
            return STRANGE;
        }
        try (var statement = payments.prepareStatement(STATE)) {
            statement.setObject(1, id.get());
            try (var rows = statement.executeQuery()) {
                if (rows.next()) {
                    return rows.getString(1);
                }
            }
        }
        return madeAt(id.get()).isBefore(moment.minus(CLOCKS)) ? STRANGE : "";
    }

    private static Optional<UUID> id(String payment) {
        try {
            return Optional.of(UUID.fromString(payment));
        } catch (IllegalArgumentException namesNone) {
            return Optional.empty();
        }
    }

    /** A UUIDv7 begins with the milliseconds of its making. */
    private static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
