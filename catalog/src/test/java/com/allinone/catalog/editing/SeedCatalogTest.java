package com.allinone.catalog.editing;

import static com.allinone.catalog.Shop.PRODUCTS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.allinone.catalog.Shop;
import com.allinone.catalog.domain.Product;
import com.allinone.catalog.domain.ProductEvent;
import com.allinone.catalog.domain.SaleCurrency;
import com.allinone.messaging.sql.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SeedCatalogTest {

    private static final List<Product> SEED =
            SeedCatalog.read().stream().map(ProductEvent.Listed::product).toList();

    @Inject
    SeedCatalog seed;

    @Inject
    Transactions transactions;

    @Test
    void holdsAtLeastTwoHundredProductsWithNamesOfTheirOwn() {
        assertThat(SEED).hasSizeGreaterThanOrEqualTo(200);
        assertThat(SEED).extracting(Product::sku).doesNotHaveDuplicates();
        assertThat(SEED).extracting(product -> product.name().ko()).doesNotHaveDuplicates();
        assertThat(SEED).extracting(product -> product.name().en()).doesNotHaveDuplicates();
        assertThat(SEED).extracting(product -> product.description().ko()).doesNotHaveDuplicates();
        assertThat(SEED).extracting(product -> product.description().en()).doesNotHaveDuplicates();
    }

    @Test
    void isWrittenInBothLanguages() {
        assertThat(SEED).allMatch(product -> product.name().ko().matches(".*[가-힣].*"));
        assertThat(SEED).allMatch(product -> product.description().ko().matches(".*[가-힣].*"));
        assertThat(SEED).noneMatch(product -> product.name().en().matches(".*[가-힣].*"));
    }

    @Test
    void sellsAFewProductsInDollars() {
        assertThat(SEED)
                .filteredOn(product -> product.price().currency() == SaleCurrency.USD)
                .hasSizeBetween(3, 20);
    }

    @Test
    void addsWhatIsMissing() {
        transactions.run(transaction -> transaction
                .sql("delete from product where sku in ('BOARDGAME-YUT', 'PUZZLE-HANGUL')")
                .update());

        assertThat(seed.sow()).isEqualTo(2);

        given().get(PRODUCTS + "/BOARDGAME-YUT").then().statusCode(200).body("version", equalTo(1));
    }

    @Test
    void isSownOnce() {
        assertThat(seed.sow()).isZero();
    }

    @Test
    void leavesWhatOperatorsChanged() {
        Shop.reprice("KITE-BANGPAE", "\"1\"", 12_500).then().statusCode(200);
        Shop.retire("KITE-BANGPAE", "\"2\"").then().statusCode(200);

        assertThat(seed.sow()).isZero();

        given().get(PRODUCTS + "/KITE-BANGPAE")
                .then()
                .body("version", equalTo(3))
                .body("status", equalTo("RETIRED"))
                .body("price.amount", equalTo(12_500));
    }
}
