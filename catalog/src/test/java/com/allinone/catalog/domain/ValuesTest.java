package com.allinone.catalog.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"MUG", "0AB", "MUG-CELADON-01", "A234567890123456789012345678901Z"})
    void skusAreCapitalsDigitsAndHyphens(String sku) {
        assertThat(new Sku(sku).value()).isEqualTo(sku);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AB",
                "-AB",
                "mug",
                "MUG 1",
                "MUG_1",
                "머그컵",
                "A2345678901234567890123456789012X",
                "MUG\n",
                "MUG';--"
            })
    void nothingElseIsASku(String text) {
        assertThatThrownBy(() -> new Sku(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"1, KRW", "100000000, KRW", "10000000, USD"})
    void pricesReachTheirBounds(long amount, SaleCurrency currency) {
        assertThatCode(() -> new Price(amount, currency)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"0, KRW", "-1, KRW", "100000001, KRW", "10000001, USD", "9223372036854775807, KRW"})
    void pricesDoNotPassTheirBounds(long amount, SaleCurrency currency) {
        assertThatThrownBy(() -> new Price(amount, currency))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "krw", "", "WON"})
    void otherCurrenciesAreNotSoldIn(String code) {
        assertThatThrownBy(() -> SaleCurrency.of(code)).hasMessageContaining("KRW or USD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://images.example/a.webp",
                "javascript:alert(1)",
                "https://",
                "https://user:secret@images.example/a.webp",
                "https://images.example/a b.webp",
                "https://images.example/a.webp#top",
                "https://images.example/그림.webp"
            })
    void picturesAreHttpsAddresses(String address) {
        assertThatThrownBy(() -> new Picture(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPictureAddressHasAtMostFiveHundredCharacters() {
        String longest = "https://images.example/" + "a".repeat(477);

        assertThatCode(() -> new Picture(longest)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Picture(longest + "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void markupInATextIsText() {
        Bilingual name = new Bilingual("<script>alert('머그')</script>", "Robert'); drop table product;--");

        assertThat(name.ko()).isEqualTo("<script>alert('머그')</script>");
        assertThat(name.en()).isEqualTo("Robert'); drop table product;--");
    }

    @Test
    void hangulInPiecesIsPutTogether() {
        assertThat(new Bilingual("\u1106\u1165\u1100\u1173", "Mug").ko()).isEqualTo("머그");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u3000", "nul\u0000", "bell\u0007", "half \ud83d", "\udf75 half"})
    void textsAreNeitherBlankNorUnprintable(String text) {
        assertThatThrownBy(() -> new Bilingual(text, "Mug")).hasMessageContaining("(ko)");
        assertThatThrownBy(() -> new Bilingual("머그", text)).hasMessageContaining("(en)");
    }

    @Test
    void lengthIsCountedInCharactersNotInHalvesOfThem() {
        Bilingual teacups = new Bilingual("🍵".repeat(120), "Tea");

        assertThatCode(() -> teacups.atMost(120)).doesNotThrowAnyException();
        assertThatThrownBy(() -> teacups.atMost(119))
                .hasMessageContaining("119")
                .hasMessageContaining("120");
    }
}
