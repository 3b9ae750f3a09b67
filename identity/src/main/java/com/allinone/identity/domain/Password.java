package com.allinone.identity.domain;

/** A password on its way to Keycloak, whose policy judges it. It is never stored, hashed or logged here. */
public record Password(String value) {

    private static final int LONGEST = 128;

    public Password {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("password must have 1 to " + LONGEST + " characters");
        }
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}
