package com.allinone.http.paging;

import com.allinone.http.problems.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the values of the keyset's columns of its last row. Opaque to callers.
 *
 * @param parts one value a column of the keyset
 */
public record Cursor(List<String> parts) {

    private static final char SEPARATOR = '\u001f';
    private static final int LONGEST = 512;

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor after(Object... parts) {
        return new Cursor(Arrays.stream(parts).map(Object::toString).toList());
    }

    /** The text that callers send back; base64url. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(String.valueOf(SEPARATOR), parts).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor that a caller sent; empty where none was.
     *
     * @throws com.allinone.http.problems.Problem 400 when it is none of ours
     */
    public static Optional<Cursor> read(@Nullable String text, int columns) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            if (text.length() <= LONGEST) {
                String joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                List<String> parts = List.of(joined.split(String.valueOf(SEPARATOR), -1));
                if (parts.size() == columns && parts.stream().allMatch(Cursor::printable)) {
                    return Optional.of(new Cursor(parts));
                }
            }
        } catch (IllegalArgumentException e) {
            throw refusal();
        }
        throw refusal();
    }

    private static boolean printable(String part) {
        return part.chars().noneMatch(Character::isISOControl);
    }

    /** The refusal of a cursor whose parts do not parse. */
    public static com.allinone.http.problems.Problem refusal() {
        return Problems.invalidParameter("cursor", "is not one that this shop gave out; start again without it");
    }
}
