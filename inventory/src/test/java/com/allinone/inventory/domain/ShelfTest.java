package com.allinone.inventory.domain;

import static com.allinone.inventory.domain.Goods.SEOUL;
import static com.allinone.inventory.domain.Goods.TEA;
import static com.allinone.inventory.domain.Goods.shelf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.inventory.domain.AdjustmentOutcome.Adjusted;
import com.allinone.inventory.domain.AdjustmentOutcome.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShelfTest {

    private static final ShelfId ID = new ShelfId(TEA, SEOUL);

    @Test
    void aShelfThatDoesNotAddUpCannotBeMade() {
        assertThatThrownBy(() -> new Shelf(ID, 5, 0, 4, 0, 0, 0, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Shelf(ID, 5, 0, 6, -1, 0, 0, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> shelf(TEA, SEOUL, 1).hold(2)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void foundUnitsCountAsReceived() {
        assertThat(AdjustmentOutcome.of(shelf(TEA, SEOUL, 5), 2))
                .isEqualTo(new Adjusted(new Shelf(ID, 7, 0, 7, 0, 0, 0, 2)));
    }

    @Test
    void lostUnitsAreWrittenOff() {
        assertThat(AdjustmentOutcome.of(shelf(TEA, SEOUL, 5), -5))
                .isEqualTo(new Adjusted(new Shelf(ID, 5, 5, 0, 0, 0, 0, 2)));
    }

    @Test
    void whatIsKeptForOrdersCannotBeWrittenOff() {
        assertThat(AdjustmentOutcome.of(shelf(TEA, SEOUL, 5).hold(3), -3)).isEqualTo(new Refused(2));
    }

    @Test
    void ordersDoNotChangeTheVersionThatOperatorsEdit() {
        Shelf shelf = shelf(TEA, SEOUL, 5);

        assertThat(shelf.hold(2).allocate(1).sell(1).freeHeld(1).version()).isEqualTo(shelf.version());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1_000_001, Long.MAX_VALUE, Long.MIN_VALUE})
    void quantitiesHaveBounds(long quantity) {
        assertThatThrownBy(() -> new Line(TEA, quantity)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> shelf(TEA, SEOUL, 1).receive(quantity)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AB",
                "tea-100",
                "-TEA",
                "TEA 100",
                "TEA'; drop table stock",
                "A23456789012345678901234567890123"
            })
    void aSkuHasAShape(String sku) {
        assertThatThrownBy(() -> new Sku(sku)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ICN", "icn1", "ICN123", "<b>1"})
    void aWarehouseHasAShape(String code) {
        assertThatThrownBy(() -> new Warehouse(code)).isInstanceOf(IllegalArgumentException.class);
    }
}
