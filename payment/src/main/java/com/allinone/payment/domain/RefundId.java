package com.allinone.payment.domain;

import java.util.UUID;

/** The provider's name of a refund. */
public record RefundId(String value) {

    private static final int LONGEST = 255;
    private static final String BY_HAND = "by_hand_";

    public RefundId {
        if (!value.matches("[A-Za-z0-9_]{1," + LONGEST + "}")) {
            throw new IllegalArgumentException("The provider gave an id that is none");
        }
    }

    /** The name of a refund that a person gave, past the provider. */
    public static RefundId byHand(UUID settlement) {
        return new RefundId(BY_HAND + settlement.toString().replace("-", ""));
    }

    public boolean isByHand() {
        return value.startsWith(BY_HAND);
    }

    @Override
    public String toString() {
        return value;
    }
}
