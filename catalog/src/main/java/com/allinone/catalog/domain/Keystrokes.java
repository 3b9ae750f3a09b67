package com.allinone.catalog.domain;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text as the keys that are pressed to type it: Hangul syllables become the Latin letters on the same keys of the
 * Korean two-set keyboard (머그 → {@code ajrm}), everything else becomes plain small Latin letters and digits.
 *
 * <p>Why: PostgreSQL's trigrams look at characters. A Korean word of two syllables inside a compound shares no trigram
 * with it, and where the database's locale is C a Hangul syllable is no letter at all. Its keys are four ASCII letters,
 * which share trigrams with every compound that holds them and with its own misspellings, in any locale. It also finds
 * what was typed without switching the keyboard to Korean.
 */
public final class Keystrokes {

    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;
    private static final int FINALS = 28;
    private static final int VOWELS = 21;

    private static final String[] INITIAL_KEYS = "r r s e e f a q q t t d w w c z x v g".split(" ", -1);
    private static final String[] VOWEL_KEYS = "k o i o j p u p h hk ho hl y n nj np nl b m ml l".split(" ", -1);
    private static final String[] FINAL_KEYS =
            ",r,r,rt,s,sw,sg,e,f,fr,fa,fq,ft,fx,fv,fg,a,q,qt,t,t,d,w,c,z,x,v,g".split(",", -1);

    /** Jamo that stand alone, as people type them: ㄱ to ㅣ. */
    private static final int FIRST_LETTER = 0x3131;

    private static final String[] LETTER_KEYS =
            ("r r rt s sw sg e e f fr fa fq ft fx fv fg a q q qt t t d w w c z x v g"
                            + " k o i o j p u p h hk ho hl y n nj np nl b m ml l")
                    .split(" ", -1);

    private Keystrokes() {}

    /** The keys of the text; words stay apart by single spaces. */
    public static String of(String text) {
        StringBuilder keys = new StringBuilder(text.length() * 3);
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        composed.codePoints().forEach(character -> append(keys, character));
        return keys.toString().strip();
    }

    /** Whether the character is a Hangul syllable or letter. */
    public static boolean isHangul(int character) {
        return isSyllable(character) || isLetter(character);
    }

    private static void append(StringBuilder keys, int character) {
        if (isSyllable(character)) {
            int index = character - FIRST_SYLLABLE;
            keys.append(INITIAL_KEYS[index / (VOWELS * FINALS)])
                    .append(VOWEL_KEYS[index / FINALS % VOWELS])
                    .append(FINAL_KEYS[index % FINALS]);
        } else if (isLetter(character)) {
            keys.append(LETTER_KEYS[character - FIRST_LETTER]);
        } else {
            appendPlain(keys, character);
        }
    }

    private static void appendPlain(StringBuilder keys, int character) {
        String plain = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
        int first = plain.codePointAt(0);
        if ((first >= 'a' && first <= 'z') || (first >= '0' && first <= '9')) {
            keys.appendCodePoint(first);
        } else if (!keys.isEmpty() && keys.charAt(keys.length() - 1) != ' ') {
            keys.append(' ');
        }
    }

    private static boolean isSyllable(int character) {
        return character >= FIRST_SYLLABLE && character <= LAST_SYLLABLE;
    }

    private static boolean isLetter(int character) {
        return character >= FIRST_LETTER && character < FIRST_LETTER + LETTER_KEYS.length;
    }
}
