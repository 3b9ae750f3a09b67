package com.allinone.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesTest {

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 100_000_000, Long.MIN_VALUE, Long.MAX_VALUE})
    void refusesAnAmountThatNobodyCanPay(long amount) {
        assertThatThrownBy(() -> new Money(amount, "KRW")).hasMessageContaining("amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "krw", "KR", "KRWX", "K W"})
    void refusesWhatIsNoCurrency(String currency) {
        assertThatThrownBy(() -> new Money(1, currency)).hasMessageContaining("currency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4242424242424242", "tok visa", "tok_visa&amount=1", "to"})
    void refusesWhatIsNoTokenAboveAllACardNumber(String method) {
        var charge = States.CHARGE;

        assertThatThrownBy(() -> new Charge(charge.shopper(), charge.money(), method, charge.notAfter()))
                .hasMessageContaining("paymentMethod");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pi_1/../x", "pi 1", "pi_1?expand=1"})
    void refusesAnIdThatWouldLeadElsewhere(String id) {
        assertThatThrownBy(() -> new IntentId(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isLateFromTheDeadlineOn() {
        assertThat(States.CHARGE.isLate(States.CHARGE.notAfter())).isTrue();
        assertThat(States.CHARGE.isLate(States.CHARGE.notAfter().minusNanos(1))).isFalse();
    }

    @Test
    void waitsTwiceAsLongAfterEachFailureUpToALimit() {
        var backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(30));

        assertThat(backoff.after(1)).isEqualTo(Duration.ofMillis(200));
        assertThat(backoff.after(3)).isEqualTo(Duration.ofMillis(800));
        assertThat(backoff.after(9)).isEqualTo(Duration.ofSeconds(30));
        assertThat(backoff.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void existsWithoutAChargeOnlyAsARefusal() {
        assertThatThrownBy(() -> new Payment(States.PAYMENT, States.ORDER, null, new PaymentState.Requested(), 1))
                .hasMessageContaining("REQUESTED");
    }

    @Test
    void namesTheSettingThatIsOutOfBounds() {
        assertThatThrownBy(() -> Bounds.of("payment.worker.concurrency", 0, 1, 512))
                .hasMessage("payment.worker.concurrency must be from 1 to 512, but is 0");
        assertThatThrownBy(() -> Bounds.of("payment.worker.concurrency", 513, 1, 512))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
