package com.allinone.payment.provider;

import com.allinone.payment.domain.DeclineReason;
import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.IntentSight;
import com.allinone.payment.domain.OrderId;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.Provider;
import com.allinone.payment.domain.ProviderIntent;
import com.allinone.payment.domain.ProviderRecords;
import com.allinone.payment.domain.RefundFailure;
import com.allinone.payment.domain.RefundId;
import com.allinone.payment.domain.RefundSight;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The provider's API read and written; it decides nothing and retries nothing. */
final class StripeProvider implements Provider, ProviderRecords {

    private static final String INTENTS = "/v1/payment_intents";
    private static final int PAGE = 100;
    private static final int OK = 200;
    private static final int CARD_ERROR = 402;

    private final StripeClient client;

    StripeProvider(StripeClient client) {
        this.client = client;
    }

    @Override
    public Creation create(Payment payment, int attempt) {
        var charge = payment.asked();
        var form = new LinkedHashMap<String, String>();
        form.put("amount", Long.toString(charge.money().amount()));
        form.put("currency", charge.money().currency().toLowerCase(Locale.ROOT));
        form.put("payment_method", charge.paymentMethod());
        form.put("payment_method_types[0]", "card");
        form.put("metadata[order_id]", payment.order().toString());
        form.put("metadata[payment_id]", payment.id().toString());
        var answer = client.post("create intent", INTENTS, form, payment.id() + "-create-" + attempt);
        return answer.status() == OK
                ? new Creation.Made(new IntentId(answer.text("/id")))
                : new Creation.Refused(
                        answer.status() == CARD_ERROR ? reason(answer.body().at("/error")) : invalid());
    }

    @Override
    public IntentSight confirm(PaymentId payment, IntentId intent, int confirms) {
        var key = payment + "-confirm-" + confirms;
        var answer = client.post("confirm intent", INTENTS + "/" + intent + "/confirm", Map.of(), key);
        if (answer.status() == OK) {
            return sight(answer.body());
        }
        if (answer.status() == CARD_ERROR) {
            return new IntentSight.Refused(reason(answer.body().at("/error")));
        }
        return isOutOfTurn(answer) ? look(intent) : new IntentSight.Refused(invalid());
    }

    @Override
    public IntentSight look(IntentId intent) {
        var answer = client.get("look at intent", INTENTS + "/" + intent);
        if (answer.status() != OK) {
            throw new IllegalStateException("The provider knows no intent " + intent);
        }
        return sight(answer.body());
    }

    @Override
    public IntentSight cancel(IntentId intent) {
        // Cancelling twice is refused and then looked at: the key only has to differ from that of every other call.
        var answer = client.post("cancel intent", INTENTS + "/" + intent + "/cancel", Map.of(), freshKey(intent));
        return answer.status() == OK ? sight(answer.body()) : look(intent);
    }

    @Override
    public Optional<RefundSight> refundOf(IntentId intent) {
        var answer = client.get("list refunds", "/v1/refunds?payment_intent=" + intent);
        if (answer.status() != OK) {
            throw new IllegalStateException("The provider knows no refunds of intent " + intent);
        }
        return StreamSupport.stream(answer.body().at("/data").spliterator(), false)
                .map(StripeProvider::refundSight)
                .filter(sight -> !(sight instanceof RefundSight.NotGiven))
                .findFirst();
    }

    @Override
    public RefundSight refund(Payment payment, IntentId intent, int attempt) {
        var form = Map.of(
                "payment_intent", intent.value(),
                "amount", Long.toString(payment.asked().money().amount()),
                "metadata[payment_id]", payment.id().toString());
        var answer = client.post(
                "refund", "/v1/refunds", form, payment.id() + "-refund-" + payment.version() + "-" + attempt);
        if (answer.status() == OK) {
            return refundSight(answer.body());
        }
        return answer.text("/error/code").equals("charge_already_refunded")
                ? refundOf(intent).orElseGet(StripeProvider::notGiven)
                : notGiven();
    }

    @Override
    public Page list(Instant since, Optional<IntentId> after) {
        // What was given back stands on the charge, which is listed with its intent only where that is asked for.
        var path = INTENTS + "?limit=" + PAGE + "&expand%5B%5D=data.latest_charge&created%5Bgte%5D="
                + since.getEpochSecond()
                + after.map(last -> "&starting_after=" + last).orElse("");
        var answer = client.get("list intents", path);
        if (answer.status() != OK) {
            throw new IllegalStateException("The provider's list was refused with " + answer.status());
        }
        var intents = StreamSupport.stream(answer.body().at("/data").spliterator(), false)
                .map(StripeProvider::listed)
                .toList();
        return new Page(intents, answer.body().path("has_more").asBoolean());
    }

    private static ProviderIntent listed(JsonNode intent) {
        return new ProviderIntent(
                new IntentId(intent.path("id").asText()),
                order(intent.at("/metadata/order_id").asText()),
                intent.path("status").asText(),
                intent.path("currency").asText().toUpperCase(Locale.ROOT),
                intent.path("amount_received").asLong(),
                intent.at("/latest_charge/amount_refunded").asLong(),
                Instant.ofEpochSecond(intent.path("created").asLong()));
    }

    private static @Nullable OrderId order(String metadata) {
        try {
            return new OrderId(UUID.fromString(metadata));
        } catch (IllegalArgumentException namesNone) {
            return null;
        }
    }

    private static IntentSight sight(JsonNode intent) {
        return switch (intent.path("status").asText()) {
            case "succeeded" ->
                new IntentSight.Succeeded(intent.path("amount_received").asLong());
            case "canceled" -> new IntentSight.Canceled();
            case "processing", "requires_capture" -> new IntentSight.Processing();
            case "requires_action" -> new IntentSight.Refused(DeclineReason.ACTION_REQUIRED);
            case "requires_payment_method" -> new IntentSight.Refused(reason(intent.path("last_payment_error")));
            case "requires_confirmation" -> new IntentSight.Unconfirmed();
            case String unknown -> throw new IllegalStateException("An intent has the status " + unknown);
        };
    }

    private static RefundSight refundSight(JsonNode refund) {
        return switch (refund.path("status").asText()) {
            case "succeeded" ->
                new RefundSight.Given(new RefundId(refund.path("id").asText()));
            case "pending", "requires_action" ->
                new RefundSight.OnItsWay(new RefundId(refund.path("id").asText()));
            default -> new RefundSight.NotGiven(RefundFailure.FAILED_AT_BANK);
        };
    }

    private static RefundSight notGiven() {
        return new RefundSight.NotGiven(RefundFailure.REFUSED_BY_PROVIDER);
    }

    private static boolean isOutOfTurn(StripeClient.Answer answer) {
        return answer.text("/error/code").equals("payment_intent_unexpected_state");
    }

    private static DeclineReason reason(JsonNode error) {
        return error.path("decline_code").asText().equals("insufficient_funds")
                ? DeclineReason.INSUFFICIENT_FUNDS
                : DeclineReason.CARD_DECLINED;
    }

    private static DeclineReason invalid() {
        return DeclineReason.INVALID_PAYMENT_METHOD;
    }

    private static String freshKey(IntentId intent) {
        return intent + "-cancel-" + UUID.randomUUID();
    }
}
