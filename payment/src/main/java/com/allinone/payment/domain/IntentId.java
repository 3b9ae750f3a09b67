package com.allinone.payment.domain;

/** The provider's name of a payment intent. */
public record IntentId(String value) {

    private static final int LONGEST = 255;

    public IntentId {
        if (!value.matches("[A-Za-z0-9_]{1," + LONGEST + "}")) {
            throw new IllegalArgumentException("The provider gave an id that is none");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
