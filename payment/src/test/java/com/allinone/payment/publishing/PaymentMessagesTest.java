package com.allinone.payment.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.messaging.testing.Contracts;
import com.allinone.payment.domain.DeclineReason;
import com.allinone.payment.domain.Money;
import com.allinone.payment.domain.OrderId;
import com.allinone.payment.domain.PaymentEvent;
import com.allinone.payment.domain.PaymentEvent.PaymentCompleted;
import com.allinone.payment.domain.PaymentEvent.PaymentDeclined;
import com.allinone.payment.domain.PaymentEvent.PaymentRefundFailed;
import com.allinone.payment.domain.PaymentEvent.PaymentRefunded;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.RefundFailure;
import com.allinone.payment.domain.RefundId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PaymentMessagesTest {

    private static final PaymentId PAYMENT = new PaymentId(new UUID(1, 1));
    private static final OrderId ORDER = new OrderId(new UUID(1, 2));
    private static final Money MONEY = new Money(12_900, "KRW");

    static Stream<PaymentEvent> everything() {
        return Stream.of(
                        List.of(
                                new PaymentCompleted(PAYMENT, ORDER, MONEY, Instant.parse("2026-11-21T09:00:00Z")),
                                new PaymentRefunded(PAYMENT, ORDER, new RefundId("re_1"), MONEY)),
                        Arrays.stream(DeclineReason.values())
                                .map(reason -> new PaymentDeclined(PAYMENT, ORDER, reason))
                                .toList(),
                        Arrays.stream(RefundFailure.values())
                                .map(why -> new PaymentRefundFailed(PAYMENT, ORDER, why))
                                .toList())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void meetsTheContract(PaymentEvent event) {
        var message = PaymentMessages.of(event);

        assertThat(Contracts.violations("payment", message.type(), message.body()))
                .isEmpty();
        assertThat(message.topic()).isEqualTo("payment.events");
        assertThat(message.key()).isEqualTo(ORDER.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"payment.completed.v1", "payment.declined.v1", "payment.refunded.v1", "payment.refund_failed.v1"
            })
    void publishesExamplesThatMeetTheContract(String type) {
        assertThat(Contracts.examples("payment", type))
                .allSatisfy(example -> assertThat(Contracts.violationsOfJson("payment", type, example))
                        .isEmpty());
    }

    @Test
    void saysWhatWasTakenAndNothingOfHow() {
        var message = PaymentMessages.of(new PaymentCompleted(PAYMENT, ORDER, MONEY, Instant.EPOCH));

        assertThat(message.body())
                .isEqualTo(new PaymentMessages.Completed(ORDER.value(), PAYMENT.value(), 12_900, "KRW", Instant.EPOCH));
    }
}
