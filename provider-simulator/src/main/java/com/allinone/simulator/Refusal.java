package com.allinone.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request the provider did not begin to work on: malformed, unknown, unauthorised. Never saved under a key. */
final class Refusal extends RuntimeException {
    private final transient Answer answer;

    private Refusal(Answer answer, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }

    static Refusal missing(String parameter) {
        return invalid("parameter_missing", "Missing required param: " + parameter + ".");
    }

    static Refusal invalid(String code, String message) {
        return invalid(code, message, null);
    }

    static Refusal invalid(String code, String message, @Nullable Throwable cause) {
        return new Refusal(error(400, "invalid_request_error", code, message), message, cause);
    }

    static Refusal unknown(String kind, String id) {
        var message = "No such " + kind + ": '" + id + "'";
        return new Refusal(error(404, "invalid_request_error", "resource_missing", message), message, null);
    }

    static Refusal of(int status, String type, @Nullable String code, String message) {
        return new Refusal(error(status, type, code, message), message, null);
    }

    /** A request that got lost on its way: the caller hears nothing and nothing is remembered. */
    static Refusal lost(Answer.Delivery delivery) {
        return new Refusal(new Answer(0, "", delivery), "lost", null);
    }

    /** Stripe's error object. */
    static Answer error(int status, String type, @Nullable String code, String message) {
        var error = new LinkedHashMap<String, @Nullable Object>();
        error.put("type", type);
        if (code != null) {
            error.put("code", code);
        }
        error.put("message", message);
        return Answer.of(status, Map.of("error", error));
    }
}
