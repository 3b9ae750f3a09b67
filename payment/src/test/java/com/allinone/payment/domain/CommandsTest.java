package com.allinone.payment.domain;

import static com.allinone.payment.domain.States.CHARGE;
import static com.allinone.payment.domain.States.ORDER;
import static com.allinone.payment.domain.States.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.payment.domain.PaymentCommand.CancelCharge;
import com.allinone.payment.domain.PaymentCommand.ChargeOrder;
import com.allinone.payment.domain.PaymentCommand.RefundOrder;
import com.allinone.payment.domain.PaymentEvent.PaymentDeclined;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class CommandsTest {

    /** Every pair of state and command; "parked" is what a person has to look at. */
    private static final String TABLE = """
            state           | charge          | cancel                | refund
            Requested       | same            | Declined(CANCELLED) Declined | parked
            Created         | same            | Declined(CANCELLED) Declined | parked
            CreatedAgain    | same            | Cancelling(CANCELLED) | parked
            Confirming      | same            | Cancelling(CANCELLED) | parked
            ConfirmingAgain | same            | Cancelling(CANCELLED) | parked
            Cancelling      | same            | same                  | parked
            Declined        | same Declined   | same Declined         | parked
            Completed       | same Completed  | same Completed        | Refunding
            Refunding       | same            | same Completed        | same
            Refunded        | same            | same Completed        | same Refunded
            RefundFailed    | same            | same Completed        | same RefundFailed""";

    private static final Map<String, PaymentCommand> COMMANDS = Map.of(
            "charge", new ChargeOrder(ORDER, CHARGE),
            "cancel", new CancelCharge(ORDER),
            "refund", new RefundOrder(ORDER));

    @Test
    void meansWhatTheTableSaysInEveryState() {
        assertThat(table()).isEqualTo(TABLE.replaceAll(" *\\| *", " | "));
    }

    private static String table() {
        return "state | charge | cancel | refund\n"
                + States.names().stream()
                        .map(state -> state + " | " + words(state, "charge") + " | " + words(state, "cancel") + " | "
                                + words(state, "refund"))
                        .collect(Collectors.joining("\n"));
    }

    private static String words(String state, String command) {
        var payment = States.payment(state);
        try {
            return States.words(
                    payment, Commands.next(payment, COMMANDS.getOrDefault(command, new CancelCharge(ORDER))));
        } catch (ImpossibleCommand impossible) {
            return "parked";
        }
    }

    @Test
    void beginsWithARequestThatNobodyKnowsOf() {
        var step = Commands.first(new ChargeOrder(ORDER, CHARGE), PAYMENT);

        assertThat(step).isEqualTo(Step.change(new Payment(PAYMENT, ORDER, CHARGE, new PaymentState.Requested(), 1)));
    }

    @Test
    void keepsARefusalForTheChargeThatACancelOvertook() {
        var tombstone = Commands.first(new CancelCharge(ORDER), PAYMENT);
        var refused = new PaymentDeclined(PAYMENT, ORDER, DeclineReason.CANCELLED);

        var late = Commands.next(tombstone.payment(), new ChargeOrder(ORDER, CHARGE));

        assertThat(tombstone.events()).containsExactly(refused);
        assertThat(late.events()).containsExactly(refused);
        assertThat(late.payment().state()).isEqualTo(new PaymentState.Declined(DeclineReason.CANCELLED));
        assertThat(late.payment().charge()).isEqualTo(CHARGE);
    }

    @Test
    void parksARefundOfNothing() {
        assertThatThrownBy(() -> Commands.first(new RefundOrder(ORDER), PAYMENT))
                .isInstanceOf(ImpossibleCommand.class);
    }
}
