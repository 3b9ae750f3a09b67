package com.allinone.catalog.domain;

import java.text.Normalizer;

/**
 * A text in Korean and in English. It is text and nothing else: markup in it is kept and shown as it was typed. Hangul
 * that arrives in pieces, as some keyboards send it, is put together (NFC).
 */
public record Bilingual(String ko, String en) {

    public Bilingual {
        ko = wellFormed("ko", ko);
        en = wellFormed("en", en);
    }

    /** Itself; refuses a text longer than {@code longest} characters (Unicode code points) in either language. */
    public Bilingual atMost(int longest) {
        int length = Math.max(ko.codePointCount(0, ko.length()), en.codePointCount(0, en.length()));
        if (length > longest) {
            throw new IllegalArgumentException(
                    "must have at most " + longest + " characters in each language, not " + length);
        }
        return this;
    }

    private static String wellFormed(String language, String text) {
        if (text.codePoints().anyMatch(Bilingual::unprintable)) {
            throw new IllegalArgumentException(
                    "must not contain control characters other than line breaks and tabs (" + language + ")");
        }
        String whole = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (whole.isEmpty()) {
            throw new IllegalArgumentException("must not be blank (" + language + ")");
        }
        return whole;
    }

    /** A half of a surrogate pair is no character at all, and PostgreSQL keeps no NUL. */
    private static boolean unprintable(int codePoint) {
        boolean breaks = codePoint == '\n' || codePoint == '\t' || codePoint == '\r';
        return (Character.isISOControl(codePoint) && !breaks)
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
