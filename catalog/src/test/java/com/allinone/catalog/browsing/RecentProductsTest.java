package com.allinone.catalog.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.catalog.domain.Bilingual;
import com.allinone.catalog.domain.CategoryId;
import com.allinone.catalog.domain.Picture;
import com.allinone.catalog.domain.Price;
import com.allinone.catalog.domain.Product;
import com.allinone.catalog.domain.ProductEvent;
import com.allinone.catalog.domain.SaleCurrency;
import com.allinone.catalog.domain.Sku;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentProductsTest {
    private static final Sku MUG = new Sku("MUG-01");
    private final RecentProducts recent = new RecentProducts();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksOnceForAllWhoLookWithinASecond() {
        for (int look = 0; look < 100; look++) {
            assertThat(find()).contains(mug());
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAgainWhenItWasChanged() {
        find();
        recent.forget(new ProductEvent.Repriced(mug()));
        find();

        assertThat(asked).hasValue(2);
    }

    @Test
    void asksAgainAfterASecond() throws InterruptedException {
        find();
        Thread.sleep(RecentProducts.LONGEST.plusMillis(100));
        find();

        assertThat(asked).hasValue(2);
    }

    @Test
    void whatNobodyHasIsNotRemembered() {
        assertThat(recent.find(MUG, sku -> Optional.empty())).isEmpty();
        assertThat(find()).contains(mug());
    }

    @Test
    void holdsNoMoreThanItsBound() {
        for (int number = 0; number < RecentProducts.MOST + 500; number++) {
            Sku sku = new Sku("MUG-%05d".formatted(number));
            recent.find(sku, wanted -> Optional.of(mug(wanted)));
        }

        assertThat(recent.size()).isLessThanOrEqualTo(RecentProducts.MOST);
    }

    private static Product mug() {
        return mug(MUG);
    }

    private static Product mug(Sku sku) {
        return Product.list(
                        sku,
                        new Bilingual("컵", "Mug"),
                        new Bilingual("컵", "A mug"),
                        new CategoryId("tableware"),
                        new Price(18_900, SaleCurrency.KRW),
                        new Picture("https://images.allinone.example/products/mug-01.webp"))
                .product();
    }

    private Optional<Product> find() {
        return recent.find(MUG, sku -> {
            asked.incrementAndGet();
            return Optional.of(mug());
        });
    }
}
