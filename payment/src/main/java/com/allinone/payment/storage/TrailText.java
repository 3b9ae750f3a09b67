package com.allinone.payment.storage;

import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentState.Cancelling;
import com.allinone.payment.domain.PaymentState.Completed;
import com.allinone.payment.domain.PaymentState.Confirming;
import com.allinone.payment.domain.PaymentState.Created;
import com.allinone.payment.domain.PaymentState.Declined;
import com.allinone.payment.domain.PaymentState.RefundFailed;
import com.allinone.payment.domain.PaymentState.Refunded;
import com.allinone.payment.domain.PaymentState.Refunding;
import com.allinone.payment.domain.PaymentState.Requested;
import com.allinone.payment.domain.Trail;
import java.time.Instant;
import java.util.List;

/** The column {@code trail}: a line per step, time, state and answer with tabs between. */
final class TrailText {

    /** Characters that are kept, the latest. */
    static final int KEPT = 4_000;

    private static final int LONGEST_ANSWER = 300;
    private static final int PARTS = 3;

    private TrailText() {}

    /** The line about a change. */
    static String line(Payment changed, Instant at) {
        String answer = switch (changed.state()) {
            case Requested _ -> "";
            case Created(var intent, var confirms) -> "intent " + intent.value() + confirms(confirms);
            case Confirming(var _, var confirms) -> "asked to take the money" + confirms(confirms);
            case Cancelling(var _, var reason) -> reason.name();
            case Declined(var reason) -> reason.name();
            case Completed _ -> "the money was taken";
            case Refunding _ -> "asked to give it back";
            case Refunded(var _, var _, var refund) -> "refund " + refund.value();
            case RefundFailed(var _, var _, var why) -> why.name();
        };
        return line(new Trail.Entry(at, changed.state().label(), answer));
    }

    /** The line, in which the answer is cut and without control characters: it comes from outside. */
    static String line(Trail.Entry entry) {
        String answer = entry.answer().replaceAll("\\p{Cntrl}", " ");
        return entry.at() + "\t" + entry.what() + "\t" + answer.substring(0, Math.min(LONGEST_ANSWER, answer.length()))
                + "\n";
    }

    /** The steps; the first line of a trail that was cut is half a line and left out. */
    static Trail read(String text) {
        List<String> lines = text.lines().toList();
        return new Trail(lines.subList(text.length() >= KEPT ? 1 : 0, lines.size()).stream()
                .map(line -> line.split("\t", PARTS))
                .map(parts -> new Trail.Entry(Instant.parse(parts[0]), parts[1], parts[2]))
                .toList());
    }

    private static String confirms(int confirms) {
        return confirms <= 1 ? "" : ", time " + confirms;
    }
}
