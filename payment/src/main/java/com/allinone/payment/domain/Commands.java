package com.allinone.payment.domain;

import com.allinone.payment.domain.PaymentCommand.CancelCharge;
import com.allinone.payment.domain.PaymentCommand.ChargeOrder;
import com.allinone.payment.domain.PaymentCommand.RefundOrder;
import com.allinone.payment.domain.PaymentEvent.PaymentCompleted;
import com.allinone.payment.domain.PaymentEvent.PaymentDeclined;
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

/** What each command means in each state. Nothing here asks the provider. */
public final class Commands {

    private Commands() {}

    /**
     * The first command that an order sends.
     *
     * @throws ImpossibleCommand when it asks for the money of a payment that never was
     */
    public static Step first(PaymentCommand command, PaymentId id) {
        return switch (command) {
            case ChargeOrder(var order, var charge) -> Step.change(new Payment(id, order, charge, new Requested(), 1));
            // The cancel overtook its charge: the refusal is kept, so that the charge finds it.
            case CancelCharge(var order) -> {
                var declined = new Payment(id, order, null, new Declined(DeclineReason.CANCELLED), 1);
                yield Step.change(declined, new PaymentDeclined(id, order, DeclineReason.CANCELLED));
            }
            case RefundOrder(var order) -> throw new ImpossibleCommand("Order " + order + " has no payment to refund");
        };
    }

    /**
     * Any later command.
     *
     * @throws ImpossibleCommand when it asks for money back that was not taken
     */
    public static Step next(Payment payment, PaymentCommand command) {
        return switch (command) {
            case ChargeOrder(var _, var charge) -> charge(payment, charge);
            case CancelCharge _ -> cancel(payment);
            case RefundOrder _ -> refund(payment);
        };
    }

    private static Step charge(Payment payment, Charge charge) {
        return switch (payment.state()) {
            case Declined(var reason) -> {
                var answer = new PaymentDeclined(payment.id(), payment.order(), reason);
                yield payment.charge() == null
                        ? Step.change(payment.withCharge(charge), answer)
                        : Step.answer(payment, answer);
            }
            case Completed(var _, var at) -> Step.answer(payment, completed(payment, at));
            case Requested _, Created _, Confirming _, Cancelling _ -> Step.stay(payment);
            case Refunding _, Refunded _, RefundFailed _ -> Step.stay(payment);
        };
    }

    private static Step cancel(Payment payment) {
        return switch (payment.state()) {
            case Requested _ -> Step.declined(payment, DeclineReason.CANCELLED);
            case Created(var intent, var confirms) ->
                confirms == 0
                        ? Step.declined(payment, DeclineReason.CANCELLED)
                        : Step.change(payment.to(new Cancelling(intent, DeclineReason.CANCELLED)));
            case Confirming(var intent, var _) ->
                Step.change(payment.to(new Cancelling(intent, DeclineReason.CANCELLED)));
            case Cancelling _ -> Step.stay(payment);
            case Declined(var reason) ->
                Step.answer(payment, new PaymentDeclined(payment.id(), payment.order(), reason));
            case Completed(var _, var at) -> Step.answer(payment, completed(payment, at));
            case Refunding(var _, var at) -> Step.answer(payment, completed(payment, at));
            case Refunded(var _, var at, var _) -> Step.answer(payment, completed(payment, at));
            case RefundFailed(var _, var at, var _) -> Step.answer(payment, completed(payment, at));
        };
    }

    private static Step refund(Payment payment) {
        return switch (payment.state()) {
            case Completed(var intent, var at) -> Step.change(payment.to(new Refunding(intent, at)));
            case Refunding _ -> Step.stay(payment);
            case Refunded(var _, var _, var refund) ->
                Step.answer(
                        payment,
                        new PaymentRefunded(
                                payment.id(),
                                payment.order(),
                                refund,
                                payment.asked().money()));
            case RefundFailed(var _, var _, var why) ->
                Step.answer(payment, new PaymentRefundFailed(payment.id(), payment.order(), why));
            case Requested _, Created _, Confirming _, Cancelling _, Declined _ ->
                throw new ImpossibleCommand("Order " + payment.order() + " asks for money back that is "
                        + payment.state().label());
        };
    }

    private static PaymentCompleted completed(Payment payment, Instant at) {
        return new PaymentCompleted(
                payment.id(), payment.order(), payment.asked().money(), at);
    }
}
