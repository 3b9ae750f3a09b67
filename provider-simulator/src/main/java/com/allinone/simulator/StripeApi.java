package com.allinone.simulator;

import java.util.List;
import java.util.Map;

/** Finds what a request asks for, and answers a repeated key from memory. */
final class StripeApi {
    private final PaymentIntents intents;
    private final Refunds refunds;
    private final SavedAnswers saved;

    StripeApi(PaymentIntents intents, Refunds refunds, SavedAnswers saved) {
        this.intents = intents;
        this.refunds = refunds;
        this.saved = saved;
    }

    SavedAnswers.Replayable answer(Request request) {
        try {
            return request.method().equals("GET")
                    ? new SavedAnswers.Replayable(read(request), false)
                    : saved.once(request.key(), request.fingerprint(), () -> write(request));
        } catch (Refusal refusal) {
            return new SavedAnswers.Replayable(refusal.answer(), false);
        }
    }

    private Answer read(Request request) {
        var path = request.path();
        if (path.size() == 2 && path.getFirst().equals("payment_intents")) {
            return intents.get(path.get(1));
        }
        if (path.equals(List.of("payment_intents"))) {
            return intents.list(request.form());
        }
        if (path.equals(List.of("refunds"))) {
            return refunds.list(request.form());
        }
        throw unrecognized(request);
    }

    private Answer write(Request request) {
        var path = request.path();
        if (path.equals(List.of("payment_intents"))) {
            return intents.create(request.form());
        }
        if (path.equals(List.of("refunds"))) {
            return refunds.create(request.form());
        }
        if (path.size() == 3 && path.getFirst().equals("payment_intents")) {
            return switch (path.get(2)) {
                case "confirm" -> intents.confirm(path.get(1), request.form());
                case "cancel" -> intents.cancel(path.get(1));
                default -> throw unrecognized(request);
            };
        }
        throw unrecognized(request);
    }

    private static Refusal unrecognized(Request request) {
        return Refusal.of(
                404,
                "invalid_request_error",
                null,
                "Unrecognized request URL (" + request.method() + ": /v1/" + String.join("/", request.path()) + ").");
    }

    /** The list object of the API. */
    static Map<String, Object> list(String url, List<?> data, boolean more) {
        return Map.of("object", "list", "url", url, "has_more", more, "data", data);
    }
}
