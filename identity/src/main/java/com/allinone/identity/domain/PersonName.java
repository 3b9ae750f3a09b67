package com.allinone.identity.domain;

/** What a person wants to be called: any text of 1 to 100 characters, shown as text and never as markup. */
public record PersonName(String value) {

    public static final int LONGEST = 100;

    public PersonName {
        value = value.strip();
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("name must have 1 to " + LONGEST + " characters");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("name must not contain control characters");
        }
    }

    @Override
    public String toString() {
        return "PersonName[…]";
    }
}
