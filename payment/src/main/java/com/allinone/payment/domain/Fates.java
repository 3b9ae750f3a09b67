package com.allinone.payment.domain;

import com.allinone.payment.domain.IntentSight.Canceled;
import com.allinone.payment.domain.IntentSight.Processing;
import com.allinone.payment.domain.IntentSight.Refused;
import com.allinone.payment.domain.IntentSight.Succeeded;
import com.allinone.payment.domain.IntentSight.Unconfirmed;
import com.allinone.payment.domain.PaymentEvent.PaymentCompleted;
import com.allinone.payment.domain.PaymentEvent.PaymentRefundFailed;
import com.allinone.payment.domain.PaymentEvent.PaymentRefunded;
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

/**
 * What follows from the provider's word and from the clock. Every method is asked about the payment as it is now, under
 * its lock: whoever comes late finds it changed and changes nothing.
 */
public final class Fates {

    private Fates() {}

    /** The provider made an intent for it. */
    public static Step created(Payment payment, IntentId intent) {
        return payment.state() instanceof Requested
                ? Step.change(payment.to(new Created(intent, 0)))
                : Step.stay(payment);
    }

    /** The provider will not even make an intent. */
    public static Step refused(Payment payment, DeclineReason reason) {
        return payment.state() instanceof Requested ? Step.declined(payment, reason) : Step.stay(payment);
    }

    /** Its time may have passed: nothing is confirmed from then on. */
    public static Step overdue(Payment payment, Instant now) {
        return switch (payment.state()) {
            case Requested _ when isLate(payment, now) -> Step.declined(payment, DeclineReason.TOO_LATE);
            case Created(var intent, var confirms) when isLate(payment, now) -> giveUp(payment, intent, confirms);
            case Requested _, Created _, Confirming _, Cancelling _ -> Step.stay(payment);
            case Declined _, Completed _, Refunding _, Refunded _, RefundFailed _ -> Step.stay(payment);
        };
    }

    /**
     * Decides that the intent is confirmed, which has to be committed before the provider is told. A cancel that was
     * stored first has moved the payment elsewhere; one that comes later finds it {@link Confirming}.
     */
    public static Step confirm(Payment payment, Instant now) {
        if (!(payment.state() instanceof Created(var intent, var confirms))) {
            return Step.stay(payment);
        }
        return isLate(payment, now)
                ? giveUp(payment, intent, confirms)
                : Step.change(payment.to(new Confirming(intent, confirms + 1)));
    }

    /**
     * The answer to a confirm itself. A refusal is final only where no other confirm can be under way, that is for the
     * first one, answered to whoever sent it; any other refusal closes the intent before it is believed.
     *
     * @param confirms which confirm was answered
     */
    public static Step answered(Payment payment, int confirms, IntentSight sight, Instant now) {
        boolean only = confirms == 1 && payment.state() instanceof Confirming(var _, var current) && current == 1;
        return only && sight instanceof Refused(var reason) && reason != DeclineReason.ACTION_REQUIRED
                ? Step.declined(payment, reason)
                : seen(payment, sight, now);
    }

    /** What a look at the intent tells. */
    public static Step seen(Payment payment, IntentSight sight, Instant now) {
        return switch (payment.state()) {
            case Confirming(var intent, var confirms) -> ofConfirming(payment, intent, confirms, sight, now);
            case Cancelling(var intent, var reason) -> ofCancelling(payment, intent, reason, sight, now);
            case Created(var intent, var _)
            when sight instanceof Succeeded(var received) -> completed(payment, intent, received, now);
            case Requested _, Declined _ when sight instanceof Succeeded -> throw contradiction(payment);
            case Requested _, Created _, Declined _ -> Step.stay(payment);
            case Completed _, Refunding _, Refunded _, RefundFailed _ -> Step.stay(payment);
        };
    }

    private static Step ofConfirming(Payment payment, IntentId intent, int confirms, IntentSight sight, Instant now) {
        return switch (sight) {
            case Succeeded(var received) -> completed(payment, intent, received, now);
            case Canceled _ -> Step.declined(payment, DeclineReason.CANCELLED);
            case Refused(var reason) -> Step.change(payment.to(new Cancelling(intent, reason)));
            case Unconfirmed _ ->
                isLate(payment, now)
                        ? giveUp(payment, intent, confirms)
                        : Step.change(payment.to(new Created(intent, confirms)));
            case Processing _ -> Step.stay(payment);
        };
    }

    private static Step ofCancelling(
            Payment payment, IntentId intent, DeclineReason reason, IntentSight sight, Instant now) {
        return switch (sight) {
            case Succeeded(var received) -> completed(payment, intent, received, now);
            case Canceled _ -> Step.declined(payment, reason);
            case Refused _, Unconfirmed _, Processing _ -> Step.stay(payment);
        };
    }

    /** What a look at the refunds tells. */
    public static Step seen(Payment payment, RefundSight sight) {
        if (!(payment.state() instanceof Refunding(var intent, var at))) {
            return Step.stay(payment);
        }
        var money = payment.asked().money();
        return switch (sight) {
            case RefundSight.Given(var refund) ->
                Step.book(
                        payment.to(new Refunded(intent, at, refund)),
                        new PaymentRefunded(payment.id(), payment.order(), refund, money),
                        LedgerEntry.refund(payment.id(), money));
            case RefundSight.NotGiven(var why) ->
                Step.change(
                        payment.to(new RefundFailed(intent, at, why)),
                        new PaymentRefundFailed(payment.id(), payment.order(), why));
            case RefundSight.OnItsWay _ -> Step.stay(payment);
        };
    }

    private static Step completed(Payment payment, IntentId intent, long received, Instant now) {
        var money = payment.asked().money();
        if (received != money.amount()) {
            throw new IllegalStateException("Payment " + payment.id() + " of order " + payment.order() + " asked for "
                    + money.amount() + " and the provider took " + received);
        }
        return Step.book(
                payment.to(new Completed(intent, now)),
                new PaymentCompleted(payment.id(), payment.order(), money, now),
                LedgerEntry.capture(payment.id(), money));
    }

    private static Step giveUp(Payment payment, IntentId intent, int confirms) {
        return confirms == 0
                ? Step.declined(payment, DeclineReason.TOO_LATE)
                : Step.change(payment.to(new Cancelling(intent, DeclineReason.TOO_LATE)));
    }

    private static boolean isLate(Payment payment, Instant now) {
        return payment.asked().isLate(now);
    }

    private static IllegalStateException contradiction(Payment payment) {
        return new IllegalStateException("Payment " + payment.id() + " of order " + payment.order() + " is "
                + payment.state().label() + " and the provider took its money");
    }
}
