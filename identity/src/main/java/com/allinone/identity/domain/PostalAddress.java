package com.allinone.identity.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a parcel goes.
 *
 * @param recipient 1 to 100 characters
 * @param phone digits, spaces, +, - and brackets; for the courier
 * @param line1 1 to 200 characters
 * @param line2 at most 200 characters, or null
 * @param city 1 to 100 characters
 * @param postcode 3 to 10 letters, digits, spaces or hyphens
 * @param country two capital letters of ISO 3166-1, as in KR
 */
public record PostalAddress(
        String recipient,
        String phone,
        String line1,
        @Nullable String line2,
        String city,
        String postcode,
        String country) {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{5,23}");
    private static final Pattern POSTCODE = Pattern.compile("[0-9A-Z][0-9A-Z -]{1,8}[0-9A-Z]");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    public PostalAddress {
        recipient = text("recipient", recipient, 100);
        phone = matching("phone", phone, PHONE, "a telephone number as in +82 10-1234-5678");
        line1 = text("line1", line1, 200);
        line2 = line2 == null || line2.isBlank() ? null : text("line2", line2, 200);
        city = text("city", city, 100);
        postcode = matching("postcode", postcode, POSTCODE, "3 to 10 letters A to Z, digits, spaces or hyphens");
        country = matching("country", country, COUNTRY, "a country code of two capital letters, as in KR");
    }

    private static String text(String field, String value, int longest) {
        String text = value.strip();
        if (text.isEmpty() || text.length() > longest) {
            throw new IllegalArgumentException(field + " must have 1 to " + longest + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(field + " must not contain control characters");
        }
        return text;
    }

    private static String matching(String field, String value, Pattern pattern, String meaning) {
        String text = value.strip();
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(field + " must be " + meaning);
        }
        return text;
    }

    @Override
    public String toString() {
        return "PostalAddress[…]";
    }
}
