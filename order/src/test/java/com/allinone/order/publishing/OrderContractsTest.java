package com.allinone.order.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.messaging.OutgoingMessage;
import com.allinone.messaging.testing.Contracts;
import com.allinone.order.domain.CancelReason;
import com.allinone.order.domain.FulfilmentMessage;
import com.allinone.order.domain.OrderEvent.CancellationRequested;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.Samples;
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
}
