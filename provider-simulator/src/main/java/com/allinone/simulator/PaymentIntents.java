package com.allinone.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /v1/payment_intents}: creating, reading, confirming and cancelling, as the card at hand behaves. */
final class PaymentIntents {
    private static final int DEFAULT_PAGE = 10;
    private static final int LONGEST_PAGE = 100;

    private final Books books;
    private final Webhooks webhooks;
    private final VirtualClock clock;
    private final Duration slowness;

    PaymentIntents(Books books, Webhooks webhooks, VirtualClock clock, Duration slowness) {
        this.books = books;
        this.webhooks = webhooks;
        this.clock = clock;
        this.slowness = slowness;
    }

    Answer get(String id) {
        return Answer.of(200, books.intent(id).view());
    }

    Answer list(Form query) {
        int limit = query.find("limit").isPresent() ? (int) query.positive("limit") : DEFAULT_PAGE;
        if (limit > LONGEST_PAGE) {
            throw Refusal.invalid("parameter_invalid_integer", "This value must be between 1 and 100: limit");
        }
        long since = query.find("created[gte]").isPresent() ? query.count("created[gte]") : 0;
        var found = books.list(since, query.find("starting_after").orElse(""), limit + 1);
        boolean charges =
                query.find("expand[]").filter("data.latest_charge"::equals).isPresent();
        var data = found.stream()
                .limit(limit)
                .map(intent -> charges ? intent.viewWithCharge() : intent.view())
                .toList();
        return Answer.of(200, StripeApi.list("/v1/payment_intents", data, found.size() > limit));
    }

    Answer create(Form form) {
        var amount = form.positive("amount");
        var currency = form.required("currency");
        if (!currency.matches("[a-z]{3}")) {
            throw Refusal.invalid("parameter_invalid_string", "Invalid currency: " + currency);
        }
        var now = clock.now().getEpochSecond();
        var intent = Intent.created(Ids.next("pi_"), amount, currency, card(form), form.nested("metadata"), now);
        books.write(intent);
        return form.find("confirm").filter("true"::equals).isPresent()
                ? confirm(intent.id(), form)
                : Answer.of(200, intent.view());
    }

    Answer cancel(String id) {
        var canceled = books.change(id, intent -> open(intent, "cancel").canceled());
        webhooks.announce("payment_intent.canceled", canceled);
        return Answer.of(200, canceled.view());
    }

    Answer confirm(String id, Form form) {
        var card = card(form);
        var asked = books.change(id, intent -> asked(intent, card));
        var behaviour = asked.behaviour();
        boolean first = asked.confirms() == 1;
        if (behaviour == Card.SLOW) {
            waitFor(slowness);
        } else if (behaviour == Card.FAILS_BEFORE && first) {
            return broken();
        } else if (behaviour == Card.HANG_BEFORE) {
            throw Refusal.lost(Answer.Delivery.HANGS);
        } else if (behaviour == Card.RESET_BEFORE && first) {
            throw Refusal.lost(Answer.Delivery.RESET);
        }
        return settled(books.change(id, intent -> settle(open(intent, "confirm"))));
    }

    private static Intent asked(Intent intent, @Nullable String card) {
        var paid =
                card == null ? open(intent, "confirm") : open(intent, "confirm").paidWith(card);
        if (paid.card() == null) {
            throw Refusal.invalid(
                    "payment_intent_unexpected_state",
                    "You cannot confirm this PaymentIntent: it has no payment method.");
        }
        return paid.confirmed();
    }

    private static Intent settle(Intent intent) {
        return switch (intent.behaviour()) {
            case DECLINED -> intent.declined("generic_decline");
            case INSUFFICIENT -> intent.declined("insufficient_funds");
            case REQUIRES_ACTION -> intent.asking();
            default -> intent.succeeded();
        };
    }

    private Answer settled(Intent intent) {
        if (intent.declineCode() != null) {
            webhooks.announce("payment_intent.payment_failed", intent);
            var error = new LinkedHashMap<String, @Nullable Object>(intent.cardError());
            error.put("payment_intent", intent.view());
            return Answer.of(402, Map.of("error", error));
        }
        if (intent.status().equals("succeeded")) {
            webhooks.announce("payment_intent.succeeded", intent);
        }
        var answer = Answer.of(200, intent.view());
        return switch (intent.behaviour()) {
            case HANG -> answer.that(Answer.Delivery.HANGS);
            case RESET -> answer.that(Answer.Delivery.RESET);
            case FAILS_AFTER -> broken();
            default -> answer;
        };
    }

    static Answer broken() {
        return Refusal.error(500, "api_error", null, "An unknown error occurred.");
    }

    private static Intent open(Intent intent, String verb) {
        if (!intent.isOpen()) {
            throw Refusal.invalid(
                    "payment_intent_unexpected_state",
                    "You cannot " + verb + " this PaymentIntent because it has a status of " + intent.status() + ".");
        }
        return intent;
    }

    /** The payment method's name; the real API takes no bare card token anywhere else, so neither is one taken here. */
    private static @Nullable String card(Form form) {
        var token = form.find("payment_method").orElse(null);
        if (token != null && Card.of(token).isEmpty()) {
            throw Refusal.invalid("resource_missing", "No such PaymentMethod: '" + token + "'");
        }
        return token;
    }

    private static void waitFor(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refusal.lost(Answer.Delivery.RESET);
        }
    }
}
