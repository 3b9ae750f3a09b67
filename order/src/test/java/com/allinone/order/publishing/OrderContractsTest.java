package com.allinone.order.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.messaging.MessageJson;
import com.allinone.messaging.OutgoingMessage;
import com.allinone.messaging.testing.Contracts;
import com.allinone.order.domain.CancelReason;
import com.allinone.order.domain.FulfilmentMessage;
import com.allinone.order.domain.Operation;
import com.allinone.order.domain.OperatorAction;
import com.allinone.order.domain.OrderEvent.CancellationRequested;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.Samples;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What this service says is what contracts/order promises. */
class OrderContractsTest {

    @ParameterizedTest
    @EnumSource(FulfilmentMessage.class)
    void everyMessageMeetsItsSchema(FulfilmentMessage message) {
        OrderHistory order = OrderHistory.begin(Samples.order());
        order.apply(new CancellationRequested(CancelReason.CANCELLED_BY_SHOPPER), Samples.NOON);

        OutgoingMessage said = OrderMessages.of(message, order);

        assertThat(Contracts.violations("order", said.type(), said.body())).isEmpty();
        assertThat(said.key()).isEqualTo(order.order().id().toString());
    }

    @ParameterizedTest
    @EnumSource(FulfilmentMessage.class)
    void everyExampleMeetsItsSchema(FulfilmentMessage message) {
        String type =
                OrderMessages.of(message, OrderHistory.begin(Samples.order())).type();

        assertThat(Contracts.examples("order", type))
                .allSatisfy(example -> assertThat(Contracts.violationsOfJson("order", type, example))
                        .isEmpty());
    }

    @ParameterizedTest
    @EnumSource(FulfilmentMessage.class)
    void aBodyWithoutItsOrderIsNoticed(FulfilmentMessage message) {
        String type =
                OrderMessages.of(message, OrderHistory.begin(Samples.order())).type();

        assertThat(Contracts.violationsOfJson("order", type, "{}")).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(OperatorAction.class)
    void everyOperatorsActionMeetsItsSchemaAndKeepsWhatWasTypedToItself(OperatorAction action) {
        Operation operation = new Operation(
                UUID.fromString("01936f1e-8a00-7000-8000-000000000001"),
                Samples.order().id(),
                action.name(),
                "the shopper is called Kim",
                UUID.fromString("0a11ce00-0000-4000-8000-000000000003"),
                Samples.NOON,
                null);

        OutgoingMessage said = OperatorMessages.of(operation, action);

        assertThat(Contracts.violations("order", said.type(), said.body())).isEmpty();
        assertThat(Contracts.violationsOfJson("order", said.type(), "{}")).isNotEmpty();
        assertThat(Contracts.examples("order", said.type()))
                .allSatisfy(example -> assertThat(Contracts.violationsOfJson("order", said.type(), example))
                        .isEmpty());
        assertThat(said.key()).isEqualTo(Samples.order().id().toString());
        assertThat(MessageJson.write(said.body())).doesNotContain("Kim");
    }
}
