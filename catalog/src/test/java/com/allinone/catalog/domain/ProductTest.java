package com.allinone.catalog.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProductTest {

    private static final Sku MUG = new Sku("MUG-CELADON-01");
    private static final Product LISTED = mug(18_900, Product.Status.LISTED, 4);
    private static final Product RETIRED = mug(18_900, Product.Status.RETIRED, 5);

    @Test
    void isListedAtVersionOne() {
        ProductEvent.Listed listed = Product.list(
                MUG, LISTED.name(), LISTED.description(), LISTED.category(), LISTED.price(), LISTED.picture());

        assertThat(listed.product()).isEqualTo(mug(18_900, Product.Status.LISTED, 1));
    }

    @Test
    void takesANewPriceAndTheNextVersion() {
        assertThat(LISTED.reprice(won(15_000), 4))
                .isEqualTo(new Edit.Done(new ProductEvent.Repriced(mug(15_000, Product.Status.LISTED, 5))));
    }

    @Test
    void isNotChangedByThePriceItHas() {
        assertThat(LISTED.reprice(won(18_900), 4)).isEqualTo(new Edit.Unneeded(LISTED));
    }

    @Test
    void refusesAPriceDecidedByAnOldVersion() {
        assertThat(LISTED.reprice(won(15_000), 3)).isEqualTo(new Edit.Refused(new Refusal.Stale(MUG, 3, 4)));
    }

    @Test
    void refusesAPriceInAnotherCurrency() {
        assertThat(LISTED.reprice(new Price(1_500, SaleCurrency.USD), 4))
                .isEqualTo(new Edit.Refused(new Refusal.OtherCurrency(MUG, SaleCurrency.KRW)));
    }

    @Test
    void isRetiredWithTheNextVersion() {
        assertThat(LISTED.retire(4)).isEqualTo(new Edit.Done(new ProductEvent.Retired(RETIRED)));
    }

    @Test
    void refusesToBeRetiredByAnOldVersion() {
        assertThat(LISTED.retire(9)).isEqualTo(new Edit.Refused(new Refusal.Stale(MUG, 9, 4)));
    }

    @Test
    void isRetiredOnlyOnce() {
        assertThat(RETIRED.retire(5)).isEqualTo(new Edit.Unneeded(RETIRED));
    }

    @Test
    void keepsItsPriceOnceRetired() {
        assertThat(RETIRED.reprice(won(1), 5)).isEqualTo(new Edit.Refused(new Refusal.Retired(MUG)));
    }

    private static Product mug(long amount, Product.Status status, long version) {
        return new Product(
                MUG,
                new Bilingual("청자 머그컵", "Celadon Mug"),
                new Bilingual("비취색 머그컵", "A jade-green mug"),
                new CategoryId("tableware"),
                won(amount),
                new Picture("https://images.allinone.example/mug.webp"),
                status,
                version);
    }

    private static Price won(long amount) {
        return new Price(amount, SaleCurrency.KRW);
    }
}
