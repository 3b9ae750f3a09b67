package com.allinone.inventory.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.inventory.domain.OrderId;
import com.allinone.inventory.domain.Pick;
import com.allinone.inventory.domain.RejectionReason;
import com.allinone.inventory.domain.ShelfId;
import com.allinone.inventory.domain.Shortage;
import com.allinone.inventory.domain.Sku;
import com.allinone.inventory.domain.StockAnswer;
import com.allinone.inventory.domain.StockAnswer.StockOverdue;
import com.allinone.inventory.domain.StockAnswer.StockRejected;
import com.allinone.inventory.domain.StockAnswer.StockReleased;
import com.allinone.inventory.domain.StockAnswer.StockReserved;
import com.allinone.inventory.domain.Warehouse;
import com.allinone.messaging.OutgoingMessage;
import com.allinone.messaging.testing.Contracts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What inventory says is what its contracts say. */
class InventoryEventsTest {

    private static final OrderId ORDER = new OrderId(UUID.fromString("019aa2f0-6c1e-7a52-9b1f-3d2f4c5b6a70"));
    private static final Sku TEA = new Sku("TEA-GREEN-100");
    private static final Instant THEN = Instant.parse("2026-11-21T10:15:00.123456Z");

    static Stream<StockAnswer> answers() {
        return Stream.concat(
                Stream.of(
                        new StockReserved(
                                ORDER, THEN, List.of(new Pick(new ShelfId(TEA, new Warehouse("ICN1")), 1_000_000))),
                        new StockReleased(ORDER),
                        new StockOverdue(ORDER, THEN)),
                Stream.of(RejectionReason.values())
                        .map(reason -> new StockRejected(ORDER, reason, List.of(new Shortage(TEA, 2, 0)))));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyAnswerMeetsItsSchema(StockAnswer answer) {
        OutgoingMessage message = InventoryEvents.of(answer);

        assertThat(message.topic()).isEqualTo("inventory.events");
        assertThat(message.key()).isEqualTo(ORDER.toString());
        assertThat(Contracts.violations("inventory", message.type(), message.body()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stock.reserved.v1",
                "stock.rejected.v1",
                "stock.released.v1",
                "stock.overdue.v1",
                "stock.reported.v1"
            })
    void everyExampleMeetsItsSchema(String type) {
        assertThat(Contracts.examples("inventory", type))
                .allSatisfy(example -> assertThat(Contracts.violationsOfJson("inventory", type, example))
                        .isEmpty());
    }

    @Test
    void theSchemaRefusesWhatIsNotInIt() {
        assertThat(Contracts.violationsOfJson(
                        "inventory", "stock.released.v1", "{\"orderId\":\"%s\",\"more\":1}".formatted(ORDER)))
                .isNotEmpty();
    }
}
