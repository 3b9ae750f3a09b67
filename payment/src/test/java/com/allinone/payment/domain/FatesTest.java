package com.allinone.payment.domain;

import static com.allinone.payment.domain.States.INTENT;
import static com.allinone.payment.domain.States.LATE;
import static com.allinone.payment.domain.States.MONEY;
import static com.allinone.payment.domain.States.NOW;
import static com.allinone.payment.domain.States.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FatesTest {

    /** Every pair of state and sight, seen in time. */
    private static final String SEEN = """
            Requested       | same         | same | same | contradiction | same
            Created         | same         | same | same | Completed Completed CAPTURE | same
            CreatedAgain    | same         | same | same | Completed Completed CAPTURE | same
            Confirming      | CreatedAgain | same | Cancelling(CARD_DECLINED) | Completed Completed CAPTURE | Declined(CANCELLED) Declined
            ConfirmingAgain | CreatedAgain | same | Cancelling(CARD_DECLINED) | Completed Completed CAPTURE | Declined(CANCELLED) Declined
            Cancelling      | same         | same | same | Completed Completed CAPTURE | Declined(CANCELLED) Declined
            Declined        | same         | same | same | contradiction | same
            Completed       | same         | same | same | same | same
            Refunding       | same         | same | same | same | same
            Refunded        | same         | same | same | same | same
            RefundFailed    | same         | same | same | same | same""";

    /** The clock alone, before and after the deadline; and the decision to confirm. */
    private static final String TIME = """
            Requested       | same | Declined(TOO_LATE) Declined | same            | same
            Created         | same | Declined(TOO_LATE) Declined | Confirming      | Declined(TOO_LATE) Declined
            CreatedAgain    | same | Cancelling(TOO_LATE)        | ConfirmingAgain | Cancelling(TOO_LATE)
            Confirming      | same | same | same | same
            ConfirmingAgain | same | same | same | same
            Cancelling      | same | same | same | same
            Declined        | same | same | same | same
            Completed       | same | same | same | same
            Refunding       | same | same | same | same
            Refunded        | same | same | same | same
            RefundFailed    | same | same | same | same""";

    private static final List<IntentSight> SIGHTS = List.of(
            new IntentSight.Unconfirmed(),
            new IntentSight.Processing(),
            new IntentSight.Refused(DeclineReason.CARD_DECLINED),
            new IntentSight.Succeeded(MONEY.amount()),
            new IntentSight.Canceled());

    @Test
    void meansWhatTheTableSaysInEveryStateWhateverIsSeen() {
        assertThat(table(state -> SIGHTS.stream().map(sight -> seen(state, sight, NOW))))
                .isEqualTo(SEEN.replaceAll(" *\\| *", " | "));
    }

    @Test
    void confirmsNothingOnceItIsTooLate() {
        assertThat(table(state -> Stream.of(
                        words(state, Fates::overdue, NOW),
                        words(state, Fates::overdue, LATE),
                        words(state, Fates::confirm, NOW),
                        words(state, Fates::confirm, LATE))))
                .isEqualTo(TIME.replaceAll(" *\\| *", " | "));
    }

    @Test
    void believesTheFirstRefusalAtOnce() {
        var refused = new IntentSight.Refused(DeclineReason.INSUFFICIENT_FUNDS);

        assertThat(answered("Confirming", 1, refused)).isEqualTo("Declined(INSUFFICIENT_FUNDS) Declined");
    }

    @Test
    void closesTheIntentBeforeItBelievesARefusalWhileAnotherConfirmMayBeUnderWay() {
        var refused = new IntentSight.Refused(DeclineReason.CARD_DECLINED);

        assertThat(answered("ConfirmingAgain", 2, refused)).isEqualTo("Cancelling(CARD_DECLINED)");
        assertThat(answered("ConfirmingAgain", 1, refused)).isEqualTo("Cancelling(CARD_DECLINED)");
    }

    @Test
    void closesTheIntentThatWantsToSeeTheShopper() {
        var asking = new IntentSight.Refused(DeclineReason.ACTION_REQUIRED);

        assertThat(answered("Confirming", 1, asking)).isEqualTo("Cancelling(ACTION_REQUIRED)");
    }

    @Test
    void givesUpAnUnconfirmedIntentOnceItIsTooLate() {
        assertThat(seen("Confirming", new IntentSight.Unconfirmed(), LATE)).isEqualTo("Cancelling(TOO_LATE)");
    }

    @Test
    void keepsTheReasonForWhichItGaveUp() {
        var cancelling = States.payment("Requested").to(new PaymentState.Cancelling(INTENT, DeclineReason.TOO_LATE));

        var step = Fates.seen(cancelling, new IntentSight.Canceled(), LATE);

        assertThat(States.words(cancelling, step)).isEqualTo("Declined(TOO_LATE) Declined");
    }

    @Test
    void refusesAnAmountThatWasNotAskedFor() {
        assertThatThrownBy(() ->
                        Fates.seen(States.payment("Confirming"), new IntentSight.Succeeded(MONEY.amount() + 1), NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(PAYMENT.toString());
    }

    @Test
    void booksWhatWasTakenAndGivenBackInPairsThatSumToZero() {
        var captured = Fates.seen(States.payment("Confirming"), new IntentSight.Succeeded(MONEY.amount()), NOW);
        var refunded = Fates.seen(States.payment("Refunding"), new RefundSight.Given(new RefundId("re_1")));

        assertThat(captured.entries()).isEqualTo(LedgerEntry.capture(PAYMENT, MONEY));
        assertThat(refunded.entries()).isEqualTo(LedgerEntry.refund(PAYMENT, MONEY));
        assertThat(captured.entries().stream().mapToLong(LedgerEntry::amount).sum())
                .isZero();
        assertThat(refunded.entries().stream().mapToLong(LedgerEntry::amount).sum())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Completed", "Refunded", "RefundFailed", "Declined", "Confirming"})
    void givesNothingBackUnlessItWasAskedTo(String state) {
        var payment = States.payment(state);

        assertThat(Fates.seen(payment, new RefundSight.Given(new RefundId("re_2"))))
                .isEqualTo(Step.stay(payment));
    }

    @Test
    void saysThatTheMoneyCannotBeGivenBackAndBooksNothing() {
        var payment = States.payment("Refunding");

        var step = Fates.seen(payment, new RefundSight.NotGiven(RefundFailure.FAILED_AT_BANK));

        assertThat(States.words(payment, step)).isEqualTo("RefundFailed RefundFailed");
    }

    @Test
    void takesAnIntentOnlyWhereNoneIsKnown() {
        assertThat(words("Requested", (payment, now) -> Fates.created(payment, INTENT), NOW))
                .isEqualTo("Created");
        assertThat(words("Declined", (payment, now) -> Fates.created(payment, INTENT), NOW))
                .isEqualTo("same");
        assertThat(words("Completed", (payment, now) -> Fates.created(payment, INTENT), NOW))
                .isEqualTo("same");
    }

    private static String table(Function<String, Stream<String>> cells) {
        return States.names().stream()
                .map(state -> state + " | " + cells.apply(state).collect(Collectors.joining(" | ")))
                .collect(Collectors.joining("\n"));
    }

    private static String seen(String state, IntentSight sight, Instant now) {
        try {
            return words(state, (payment, time) -> Fates.seen(payment, sight, time), now);
        } catch (IllegalStateException contradiction) {
            return "contradiction";
        }
    }

    private static String answered(String state, int confirms, IntentSight sight) {
        return words(state, (payment, time) -> Fates.answered(payment, confirms, sight, time), NOW);
    }

    private static String words(String state, BiFunction<Payment, Instant, Step> decision, Instant now) {
        var payment = States.payment(state);
        return States.words(payment, decision.apply(payment, now));
    }
}
