package com.allinone.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Money given back for one intent, in minor units; a failed one gave nothing. */
record Refund(
        String id,
        String intent,
        long amount,
        String currency,
        String status,
        Map<String, String> metadata,
        long created) {

    Map<String, @Nullable Object> view() {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("id", id);
        view.put("object", "refund");
        view.put("amount", amount);
        view.put("currency", currency);
        view.put("payment_intent", intent);
        view.put("status", status);
        view.put("failure_reason", status.equals("failed") ? "lost_or_stolen_card" : null);
        view.put("created", created);
        view.put("metadata", metadata);
        return view;
    }

    Form line() {
        var values = new LinkedHashMap<String, String>();
        values.put("kind", "refund");
        values.put("id", id);
        values.put("intent", intent);
        values.put("amount", Long.toString(amount));
        values.put("currency", currency);
        values.put("status", status);
        values.put("created", Long.toString(created));
        metadata.forEach((name, value) -> values.put("metadata[" + name + "]", value));
        return new Form(values);
    }

    static Refund read(Form line) {
        return new Refund(
                line.required("id"),
                line.required("intent"),
                Long.parseLong(line.required("amount")),
                line.required("currency"),
                line.required("status"),
                line.nested("metadata"),
                Long.parseLong(line.required("created")));
    }
}
