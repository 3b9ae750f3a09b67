package com.allinone.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.payment.domain.Charge;
import com.allinone.payment.domain.DeclineReason;
import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.IntentSight;
import com.allinone.payment.domain.Money;
import com.allinone.payment.domain.OrderId;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.PaymentState;
import com.allinone.payment.domain.Provider.Creation;
import com.allinone.payment.domain.ProviderIntent;
import com.allinone.payment.domain.ProviderUnavailable;
import com.allinone.payment.domain.RefundFailure;
import com.allinone.payment.domain.RefundSight;
import com.allinone.payment.domain.ShopperId;
import com.allinone.simulator.ProviderSimulator;
import com.allinone.simulator.SimulatorSettings;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StripeProviderTest {

    private static final String KEY = "sk_test_adapter";
    private static final IntentSight TAKEN = new IntentSight.Succeeded(12_900);
    private static final IntentSight UNCONFIRMED = new IntentSight.Unconfirmed();

    private ProviderSimulator simulator;
    private StripeClient client;
    private StripeProvider provider;

    @BeforeEach
    void start() throws IOException {
        simulator = ProviderSimulator.start(
                new SimulatorSettings(0, KEY, null, "whsec", null, Duration.ofMillis(700)), Clock.systemUTC());
        client = client(simulator.address(), KEY);
        provider = new StripeProvider(client);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void makesAnIntentThatTakesNothing() {
        assertThat(provider.look(intent(pay("tok_visa")))).isEqualTo(UNCONFIRMED);
    }

    @Test
    void makesTheSameIntentForTheSameAttempt() {
        var payment = pay("tok_visa");

        assertThat(provider.create(payment, 0)).isEqualTo(provider.create(payment, 0));
        assertThat(provider.create(payment, 1)).isNotEqualTo(provider.create(payment, 0));
    }

    @Test
    void refusesAPaymentMethodThatTheProviderDoesNotKnow() {
        assertThat(provider.create(pay("tok_unknown"), 0))
                .isEqualTo(new Creation.Refused(DeclineReason.INVALID_PAYMENT_METHOD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_visa", "pm_card_visa", "tok_slow"})
    void takesTheMoney(String card) {
        assertThat(confirmed(pay(card))).isEqualTo(TAKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "tok_declined,CARD_DECLINED",
        "tok_chargeDeclined,CARD_DECLINED",
        "tok_insufficient,INSUFFICIENT_FUNDS",
        "tok_requires_action,ACTION_REQUIRED"
    })
    void understandsARefusalFromTheAnswerAndFromALook(String card, DeclineReason reason) {
        var payment = pay(card);
        var intent = intent(payment);

        assertThat(provider.confirm(payment.id(), intent, 1)).isEqualTo(new IntentSight.Refused(reason));
        assertThat(provider.look(intent)).isEqualTo(new IntentSight.Refused(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_hang", "tok_reset", "tok_500_after"})
    void findsBehindASilenceThatTheMoneyWasTaken(String card) {
        var payment = pay(card);
        var intent = intent(payment);

        assertThatThrownBy(() -> provider.confirm(payment.id(), intent, 1)).isInstanceOf(ProviderUnavailable.class);

        assertThat(provider.look(intent)).isEqualTo(TAKEN);
        assertThat(provider.cancel(intent)).isEqualTo(TAKEN);
        assertThat(provider.confirm(payment.id(), intent, 2)).isEqualTo(TAKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_reset_before", "tok_500_before"})
    void takesTheMoneyUnderAFreshKeyWhereASilenceTookNothing(String card) {
        var payment = pay(card);
        var intent = intent(payment);

        assertThatThrownBy(() -> provider.confirm(payment.id(), intent, 1)).isInstanceOf(ProviderUnavailable.class);

        assertThat(provider.look(intent)).isEqualTo(UNCONFIRMED);
        assertThat(provider.confirm(payment.id(), intent, 2)).isEqualTo(TAKEN);
    }

    @Test
    void isReplayedASavedFailureUnderTheOldKey() {
        var payment = pay("tok_500_before");
        var intent = intent(payment);

        assertThatThrownBy(() -> provider.confirm(payment.id(), intent, 1)).isInstanceOf(ProviderUnavailable.class);
        assertThatThrownBy(() -> provider.confirm(payment.id(), intent, 1)).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void closesAnIntentForEver() {
        var payment = pay("tok_hang_before");
        var intent = intent(payment);
        assertThatThrownBy(() -> provider.confirm(payment.id(), intent, 1)).isInstanceOf(ProviderUnavailable.class);

        assertThat(provider.cancel(intent)).isEqualTo(new IntentSight.Canceled());
        assertThat(provider.cancel(intent)).isEqualTo(new IntentSight.Canceled());
        assertThat(provider.confirm(payment.id(), intent, 2)).isEqualTo(new IntentSight.Canceled());
    }

    /** A provider repeats what it said under a key, its own failures too: only another key gets another answer. */
    @Test
    void isToldTheSavedFailureUnderTheSameKey() {
        var payment = pay("tok_500_before");
        var intent = intent(payment);

        for (int again = 0; again < 3; again++) {
            assertThatThrownBy(() -> provider.confirm(payment.id(), intent, 1))
                    .isInstanceOf(ProviderUnavailable.class)
                    .hasMessageContaining("500");
        }

        assertThat(provider.look(intent)).isEqualTo(UNCONFIRMED);
        assertThat(provider.confirm(payment.id(), intent, 2)).isEqualTo(TAKEN);
    }

    /** After a day the provider takes an old key for a new one: what was done is found by looking, never by the key. */
    @Test
    void doesNothingTwiceThoughKeysAreForgottenAfterADay() throws Exception {
        var payment = pay("tok_visa");
        var intent = intent(payment);
        provider.confirm(payment.id(), intent, 1);
        aDayPasses();

        assertThat(intent(payment)).isNotEqualTo(intent);
        assertThat(provider.confirm(payment.id(), intent, 1)).isEqualTo(TAKEN);

        var given = provider.refund(payment, intent, 0);
        aDayPasses();

        assertThat(provider.refundOf(intent)).contains(given);
        assertThat(provider.refund(payment, intent, 0)).isEqualTo(given);
    }

    @Test
    void listsWhatWasTakenAndGivenBackPageByPage() {
        var since = Instant.now().minusSeconds(5);
        for (int count = 0; count < 100; count++) {
            intent(pay("tok_visa"));
        }
        var payment = pay("tok_visa");
        var intent = intent(payment);
        provider.confirm(payment.id(), intent, 1);
        provider.refund(payment, intent, 0);

        var first = provider.list(since, Optional.empty());
        var second = provider.list(since, Optional.of(first.intents().getLast().id()));

        assertThat(first.more()).isTrue();
        assertThat(first.intents()).hasSize(100);
        assertThat(first.intents().getFirst())
                .satisfies(listed -> assertThat(listed)
                        .isEqualTo(new ProviderIntent(
                                intent, payment.order(), "succeeded", "KRW", 12_900, 12_900, listed.created())));
        assertThat(second.more()).isFalse();
        assertThat(second.intents()).hasSize(1);
        assertThat(provider.list(Instant.now().plusSeconds(60), Optional.empty())
                        .intents())
                .isEmpty();
    }

    @Test
    void givesBackAndFindsWhatWasGivenBack() {
        var payment = pay("tok_visa");
        var intent = intent(payment);
        provider.confirm(payment.id(), intent, 1);

        assertThat(provider.refundOf(intent)).isEmpty();
        var given = provider.refund(payment, intent, 0);

        assertThat(given).isInstanceOf(RefundSight.Given.class);
        assertThat(provider.refundOf(intent)).contains(given);
        assertThat(provider.refund(payment, intent, 1)).isEqualTo(given);
    }

    @Test
    void findsARefundWhoseAnswerWasLost() {
        var payment = pay("tok_refund_500_after");
        var intent = intent(payment);
        provider.confirm(payment.id(), intent, 1);

        assertThatThrownBy(() -> provider.refund(payment, intent, 0)).isInstanceOf(ProviderUnavailable.class);

        assertThat(provider.refundOf(intent)).containsInstanceOf(RefundSight.Given.class);
    }

    @ParameterizedTest
    @CsvSource({"tok_refund_refused,REFUSED_BY_PROVIDER", "tok_refund_failed,FAILED_AT_BANK"})
    void understandsThatNothingIsGivenBack(String card, RefundFailure why) {
        var payment = pay(card);
        var intent = intent(payment);
        provider.confirm(payment.id(), intent, 1);

        assertThat(provider.refund(payment, intent, 0)).isEqualTo(new RefundSight.NotGiven(why));
        assertThat(provider.refundOf(intent)).isEmpty();
    }

    @Test
    void isOfNoHelpWithAWrongKeyOrNobodyThere() throws IOException {
        try (var stranger = client(simulator.address(), "sk_test_other");
                var nobody = client(URI.create("http://127.0.0.1:9"), KEY)) {
            assertThatThrownBy(() -> new StripeProvider(stranger).create(pay("tok_visa"), 0))
                    .isInstanceOf(ProviderUnavailable.class)
                    .hasMessageContaining("401")
                    .hasMessageNotContaining("sk_test_other");
            assertThatThrownBy(() -> new StripeProvider(nobody).create(pay("tok_visa"), 0))
                    .isInstanceOf(ProviderUnavailable.class);
        }
    }

    @Test
    void callsForAPersonWhereTheProviderDoesNotKnowOurIntent() {
        assertThatThrownBy(() -> provider.look(new IntentId("pi_nowhere"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> provider.refundOf(new IntentId("pi_nowhere")))
                .isInstanceOf(IllegalStateException.class);
    }

    private void aDayPasses() throws Exception {
        var request = HttpRequest.newBuilder(simulator.address().resolve("/simulator/clock"))
                .POST(HttpRequest.BodyPublishers.ofString("advance=PT25H"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private IntentSight confirmed(Payment payment) {
        return provider.confirm(payment.id(), intent(payment), 1);
    }

    private IntentId intent(Payment payment) {
        return ((Creation.Made) provider.create(payment, 0)).intent();
    }

    private static Payment pay(String card) {
        var charge = new Charge(
                new ShopperId(UUID.randomUUID()),
                new Money(12_900, "KRW"),
                card,
                Instant.now().plusSeconds(300));
        return new Payment(
                new PaymentId(UUID.randomUUID()),
                new OrderId(UUID.randomUUID()),
                charge,
                new PaymentState.Requested(),
                1);
    }

    private static StripeClient client(URI address, String key) {
        return new StripeClient(
                address, key, Duration.ofSeconds(2), OpenTelemetry.noop().getTracer("test"));
    }
}
