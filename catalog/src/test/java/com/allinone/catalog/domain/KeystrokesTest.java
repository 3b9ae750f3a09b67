package com.allinone.catalog.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeystrokesTest {

    @ParameterizedTest
    @CsvSource({
        "머그, ajrm",
        "청자머그컵, cjdwkajrmzjq",
        "값, rkqt",
        "꿀, rnf",
        "의자, dmlwk",
        "ㅁㅓㄱㅡ, ajrm",
        "USB-C 케이블 2m, usb c zpdlqmf 2m",
        "Café, cafe",
        "ＭＵＧ, mug"
    })
    void areTheKeysOfTheKoreanKeyboard(String text, String keys) {
        assertThat(Keystrokes.of(text)).isEqualTo(keys);
    }

    @Test
    void areTheSameForHangulInPieces() {
        assertThat(Keystrokes.of("\u1106\u1165\u1100\u1173")).isEqualTo("ajrm");
    }

    @Test
    void searchesAreCutIntoWords() {
        assertThat(SearchWord.in("  청자 (MUG) & 청자 '); drop--"))
                .isEqualTo(List.of(
                        new SearchWord("청자", "cjdwk", true),
                        new SearchWord("mug", "mug", false),
                        new SearchWord("drop", "drop", false)));
    }

    @Test
    void aSearchOfSignsHasNoWords() {
        assertThat(SearchWord.in("%_* ':|&!()")).isEmpty();
    }

    @Test
    void aSearchHasAtMostEightWordsAndAHundredCharacters() {
        assertThat(SearchWord.in("a b c d e f g h i j")).hasSize(8);
        assertThatThrownBy(() -> SearchWord.in("x".repeat(101))).isInstanceOf(IllegalArgumentException.class);
    }
}
