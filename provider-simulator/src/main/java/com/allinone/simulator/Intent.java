package com.allinone.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One payment intent as the provider's books keep it: amounts in minor units, times in seconds. */
record Intent(
        String id,
        long amount,
        String currency,
        String status,
        @Nullable String card,
        Map<String, String> metadata,
        long created,
        long received,
        long refunded,
        @Nullable String declineCode,
        int confirms) {

    static Intent created(
            String id, long amount, String currency, @Nullable String card, Map<String, String> metadata, long now) {
        var status = card == null ? "requires_payment_method" : "requires_confirmation";
        return new Intent(id, amount, currency, status, card, metadata, now, 0, 0, null, 0);
    }

    Intent confirmed() {
        return new Intent(
                id, amount, currency, status, card, metadata, created, received, refunded, declineCode, confirms + 1);
    }

    Intent paidWith(String token) {
        return new Intent(
                id, amount, currency, status, token, metadata, created, received, refunded, declineCode, confirms);
    }

    Intent succeeded() {
        return new Intent(id, amount, currency, "succeeded", card, metadata, created, amount, refunded, null, confirms);
    }

    Intent declined(String code) {
        return new Intent(
                id, amount, currency, "requires_payment_method", card, metadata, created, 0, 0, code, confirms);
    }

    Intent asking() {
        return new Intent(id, amount, currency, "requires_action", card, metadata, created, 0, 0, null, confirms);
    }

    Intent canceled() {
        return new Intent(id, amount, currency, "canceled", card, metadata, created, 0, 0, declineCode, confirms);
    }

    Intent givenBack(long part) {
        return new Intent(
                id,
                amount,
                currency,
                status,
                card,
                metadata,
                created,
                received,
                refunded + part,
                declineCode,
                confirms);
    }

    boolean isOpen() {
        return !status.equals("succeeded") && !status.equals("canceled");
    }

    Card behaviour() {
        return card == null ? Card.GOOD : Card.of(card).orElseThrow();
    }

    Map<String, @Nullable Object> view() {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("id", id);
        view.put("object", "payment_intent");
        view.put("amount", amount);
        view.put("amount_received", received);
        view.put("currency", currency);
        view.put("status", status);
        view.put("capture_method", "automatic");
        view.put("confirmation_method", "automatic");
        view.put("created", created);
        view.put("livemode", false);
        view.put("metadata", metadata);
        view.put("latest_charge", received > 0 ? id.replaceFirst("^pi_", "ch_") : null);
        view.put("last_payment_error", declineCode == null ? null : cardError());
        view.put("next_action", status.equals("requires_action") ? Map.of("type", "use_stripe_sdk") : null);
        return view;
    }

    /** The same with its charge written out, as {@code expand[]=latest_charge} does. */
    Map<String, @Nullable Object> viewWithCharge() {
        var view = view();
        if (received > 0) {
            var charge = new LinkedHashMap<String, @Nullable Object>();
            charge.put("id", view.get("latest_charge"));
            charge.put("object", "charge");
            charge.put("amount", received);
            charge.put("amount_captured", received);
            charge.put("amount_refunded", refunded);
            charge.put("currency", currency);
            charge.put("payment_intent", id);
            view.put("latest_charge", charge);
        }
        return view;
    }

    Map<String, @Nullable Object> cardError() {
        var error = new LinkedHashMap<String, @Nullable Object>();
        error.put("type", "card_error");
        error.put("code", "card_declined");
        error.put("decline_code", declineCode);
        error.put("message", "Your card was declined.");
        return error;
    }

    Form line() {
        var values = new LinkedHashMap<String, String>();
        values.put("kind", "intent");
        values.put("id", id);
        values.put("amount", Long.toString(amount));
        values.put("currency", currency);
        values.put("status", status);
        values.put("card", card == null ? "" : card);
        values.put("created", Long.toString(created));
        values.put("received", Long.toString(received));
        values.put("refunded", Long.toString(refunded));
        values.put("decline_code", declineCode == null ? "" : declineCode);
        values.put("confirms", Integer.toString(confirms));
        metadata.forEach((name, value) -> values.put("metadata[" + name + "]", value));
        return new Form(values);
    }

    static Intent read(Form line) {
        return new Intent(
                line.required("id"),
                Long.parseLong(line.required("amount")),
                line.required("currency"),
                line.required("status"),
                line.find("card").orElse(null),
                line.nested("metadata"),
                Long.parseLong(line.required("created")),
                Long.parseLong(line.required("received")),
                Long.parseLong(line.required("refunded")),
                line.find("decline_code").orElse(null),
                Integer.parseInt(line.required("confirms")));
    }
}
