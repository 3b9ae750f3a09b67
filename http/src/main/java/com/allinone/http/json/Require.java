package com.allinone.http.json;

import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a request record's constructor. Each refuses with a sentence that the caller of the API reads behind
 * the path of the object it stands in, so each names its field.
 */
public final class Require {

    private Require() {}

    /** The value; refuses null, which is what a missing field is. */
    public static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    /** A text of the given length that holds no control characters, trimmed. */
    public static String text(String field, @Nullable String value, int shortest, int longest) {
        String text = present(field, value).strip();
        if (text.length() < shortest || text.length() > longest) {
            throw new IllegalArgumentException(
                    field + " must have " + shortest + " to " + longest + " characters, not " + text.length());
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(field + " must not contain control characters");
        }
        return text;
    }

    public static String matching(String field, @Nullable String value, Pattern pattern, String meaning) {
        String text = present(field, value);
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(field + " must be " + meaning);
        }
        return text;
    }

    public static long between(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(field + " must be from " + least + " to " + most + ", not " + value);
        }
        return value;
    }

    public static <T extends Collection<?>> T sized(String field, @Nullable T values, int least, int most) {
        T present = present(field, values);
        if (present.size() < least || present.size() > most) {
            throw new IllegalArgumentException(
                    field + " must have " + least + " to " + most + " entries, not " + present.size());
        }
        return present;
    }
}
