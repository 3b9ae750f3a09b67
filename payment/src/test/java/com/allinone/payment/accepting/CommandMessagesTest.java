package com.allinone.payment.accepting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.testing.Contracts;
import com.allinone.payment.domain.Charge;
import com.allinone.payment.domain.Money;
import com.allinone.payment.domain.OrderId;
import com.allinone.payment.domain.PaymentCommand.ChargeOrder;
import com.allinone.payment.domain.Report;
import com.allinone.payment.domain.ShopperId;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandMessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"payment.charge.v1", "payment.cancel.v1", "payment.refund.v1"})
    void understandsEveryExampleThatOrderPublishes(String type) {
        assertThat(Contracts.examples("order", type))
                .allSatisfy(example ->
                        assertThat(CommandMessages.read(message(type, example))).isNotNull());
    }

    @Test
    void understandsEveryExampleOfAReportThatOrderAsksFor() {
        assertThat(Contracts.examples("order", CommandMessages.REPORT)).allSatisfy(example -> {
            var report = CommandMessages.report(message(CommandMessages.REPORT, example));
            assertThat(example).contains(report.id().toString(), report.until().toString());
            assertThat(report.intentsSince()).isBeforeOrEqualTo(Report.placedAt(report.from()));
        });
    }

    @Test
    void readsAChargeAndSkipsWhatItDoesNotKnow() {
        var command = CommandMessages.read(message("payment.charge.v1", """
                {"orderId":"00000000-0000-0001-0000-000000000002","userId":"00000000-0000-0001-0000-000000000003",
                 "amount":12900,"currency":"KRW","paymentMethod":"tok_visa","notAfter":"2026-11-21T09:15:00Z",
                 "added":"later"}"""));

        assertThat(command)
                .isEqualTo(new ChargeOrder(
                        new OrderId(new UUID(1, 2)),
                        new Charge(
                                new ShopperId(new UUID(1, 3)),
                                new Money(12_900, "KRW"),
                                "tok_visa",
                                Instant.parse("2026-11-21T09:15:00Z"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"orderId\":\"x\"}",
                "{\"orderId\":\"00000000-0000-0001-0000-000000000002\",\"userId\":null,\"amount\":1,\"currency\":\"KRW\","
                        + "\"paymentMethod\":\"tok_visa\",\"notAfter\":\"2026-11-21T09:15:00Z\"}",
                "{\"orderId\":\"00000000-0000-0001-0000-000000000002\",\"userId\":\"00000000-0000-0001-0000-000000000003\","
                        + "\"amount\":1.5,\"currency\":\"KRW\",\"paymentMethod\":\"tok_visa\","
                        + "\"notAfter\":\"2026-11-21T09:15:00Z\"}",
                "{\"orderId\":\"00000000-0000-0001-0000-000000000002\",\"userId\":\"00000000-0000-0001-0000-000000000003\","
                        + "\"currency\":\"KRW\",\"paymentMethod\":\"tok_visa\",\"notAfter\":\"2026-11-21T09:15:00Z\"}"
            })
    void refusesAChargeThatIsNone(String json) {
        assertThatThrownBy(() -> CommandMessages.read(message("payment.charge.v1", json)))
                .isInstanceOf(RuntimeException.class);
    }

    private static IncomingMessage message(String type, String json) {
        return new IncomingMessage(
                new UUID(1, 1),
                "payment.commands",
                0,
                0,
                "key",
                type,
                "/order",
                Instant.EPOCH,
                json.getBytes(UTF_8),
                Context.root());
    }
}
