package com.allinone.payment.domain;

import com.allinone.payment.domain.PaymentState.Cancelling;
import com.allinone.payment.domain.PaymentState.Completed;
import com.allinone.payment.domain.PaymentState.Confirming;
import com.allinone.payment.domain.PaymentState.Created;
import com.allinone.payment.domain.PaymentState.Declined;
import com.allinone.payment.domain.PaymentState.RefundFailed;
import com.allinone.payment.domain.PaymentState.Refunded;
import com.allinone.payment.domain.PaymentState.Refunding;
import com.allinone.payment.domain.PaymentState.Requested;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One payment in each state there is, and the words of the tables. */
final class States {

    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    static final Instant LATE = NOW.plusSeconds(600);
    static final IntentId INTENT = new IntentId("pi_1");
    static final Money MONEY = new Money(12_900, "KRW");
    static final OrderId ORDER = new OrderId(new UUID(7, 1));
    static final PaymentId PAYMENT = new PaymentId(new UUID(7, 2));
    static final Charge CHARGE = new Charge(new ShopperId(new UUID(7, 3)), MONEY, "tok_visa", NOW.plusSeconds(300));

    private static final Map<String, PaymentState> ALL = new LinkedHashMap<>();

    static {
        ALL.put("Requested", new Requested());
        ALL.put("Created", new Created(INTENT, 0));
        ALL.put("CreatedAgain", new Created(INTENT, 1));
        ALL.put("Confirming", new Confirming(INTENT, 1));
        ALL.put("ConfirmingAgain", new Confirming(INTENT, 2));
        ALL.put("Cancelling", new Cancelling(INTENT, DeclineReason.CANCELLED));
        ALL.put("Declined", new Declined(DeclineReason.CARD_DECLINED));
        ALL.put("Completed", new Completed(INTENT, NOW));
        ALL.put("Refunding", new Refunding(INTENT, NOW));
        ALL.put("Refunded", new Refunded(INTENT, NOW, new RefundId("re_1")));
        ALL.put("RefundFailed", new RefundFailed(INTENT, NOW, RefundFailure.REFUSED_BY_PROVIDER));
    }

    private States() {}

    static Payment payment(String state) {
        return state.equals("Tombstone")
                ? new Payment(PAYMENT, ORDER, null, new Declined(DeclineReason.CANCELLED), 1)
                : new Payment(PAYMENT, ORDER, CHARGE, ALL.getOrDefault(state, new Requested()), 1);
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    /** A step in words: the state after it, what is said, what is booked. */
    static String words(Payment before, Step step) {
        var state = step.payment().state().equals(before.state())
                ? "same"
                : state(step.payment().state());
        var said = step.events().stream()
                .map(event -> event.getClass().getSimpleName().replace("Payment", ""))
                .collect(Collectors.joining(" "));
        var booked =
                step.entries().isEmpty() ? "" : step.entries().getFirst().kind().name();
        return (state + " " + said + " " + booked).strip().replaceAll(" +", " ");
    }

    private static String state(PaymentState state) {
        return switch (state) {
            case Created(var _, var confirms) -> confirms == 0 ? "Created" : "CreatedAgain";
            case Confirming(var _, var confirms) -> confirms == 1 ? "Confirming" : "ConfirmingAgain";
            case Cancelling(var _, var reason) -> "Cancelling(" + reason + ")";
            case Declined(var reason) -> "Declined(" + reason + ")";
            case PaymentState other -> other.getClass().getSimpleName();
        };
    }
}
