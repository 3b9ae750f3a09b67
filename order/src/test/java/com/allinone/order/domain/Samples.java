package com.allinone.order.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Values for tests. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    public static final Name MUG_NAME = new Name("청자 머그", "Celadon mug");
    public static final Money MUG_PRICE = new Money(29_000, "KRW");

    private Samples() {}

    public static PlacedOrder order() {
        return new PlacedOrder(
                new OrderId(UUID.fromString("01936f1e-7c1a-7000-8000-0123456789ab")),
                UUID.fromString("5f0c9a52-6f0e-4b4e-9a3e-0d1f2a3b4c5d"),
                null,
                "tok_visa",
                List.of(new OrderLine("MUG-CELADON-01", 2, MUG_NAME, MUG_PRICE, "https://img.example/mug.webp")),
                NOON,
                NOON.plusSeconds(900));
    }
}
