package com.allinone.catalog.domain;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One word that a shopper looks for: letters and digits only, so that it means nothing to a query language.
 *
 * @param text the word in small letters
 * @param keys its {@linkplain Keystrokes keystrokes}
 * @param hangul whether it is written in Hangul
 */
public record SearchWord(String text, String keys, boolean hangul) {

    public static final int LONGEST_QUERY = 100;
    private static final int MOST_WORDS = 8;

    /** The words of what was typed, the first {@value #MOST_WORDS}; none when it holds no letter and no digit. */
    public static List<SearchWord> in(String query) {
        if (query.codePointCount(0, query.length()) > LONGEST_QUERY) {
            throw new IllegalArgumentException("must have at most " + LONGEST_QUERY + " characters");
        }
        String[] words = Normalizer.normalize(query, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{N}]+", -1);
        return Arrays.stream(words)
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .map(SearchWord::of)
                .toList();
    }

    private static SearchWord of(String word) {
        return new SearchWord(word, Keystrokes.of(word), word.codePoints().anyMatch(Keystrokes::isHangul));
    }
}
