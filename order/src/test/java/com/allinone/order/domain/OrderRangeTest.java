package com.allinone.order.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderRangeTest {

    @Test
    void idsAreOrderedByTheirBitsAsTheDatabaseOrdersThem() {
        UUID low = UUID.fromString("01936f1e-7c1a-7000-0000-000000000000");
        UUID high = UUID.fromString("01936f1e-7c1a-7000-8000-000000000000");
        UUID highest = UUID.fromString("f1936f1e-7c1a-7000-8000-000000000000");

        assertThat(OrderRange.compare(low, high)).isNegative();
        assertThat(OrderRange.compare(high, highest)).isNegative();
        assertThat(OrderRange.lesser(highest, low)).isEqualTo(low);
    }

    @Test
    void anIdOfAMomentIsNotLessThanTheBoundOfThatMoment() {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Instant placed = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);

        assertThat(OrderRange.compare(OrderRange.placedAt(placed), id)).isLessThanOrEqualTo(0);
        assertThat(OrderRange.compare(OrderRange.placedAt(placed.plusMillis(1)), id))
                .isPositive();
    }

    @Test
    void oneIdAloneIsARangeOfOne() {
        UUID id = new UUID(7, -1);

        assertThat(OrderRange.only(id)).isEqualTo(new OrderRange(id, new UUID(8, 0)));
    }

    @Test
    void aRangeGoesUpwards() {
        UUID id = UuidCreator.getTimeOrderedEpoch();

        assertThatThrownBy(() -> new OrderRange(id, id)).isInstanceOf(IllegalArgumentException.class);
    }
}
