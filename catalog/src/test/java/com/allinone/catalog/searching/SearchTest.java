package com.allinone.catalog.searching;

import static com.allinone.catalog.Shop.PRODUCTS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.catalog.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SearchTest {

    @ParameterizedTest
    @CsvSource({
        "청자 머그, MUG-CELADON-01",
        "머그컵, MUG-CELADON-01",
        "고추장, GOCHUJANG-500",
        "텀블라, BOTTLE-STEEL-750",
        "이어폰, EARBUDS-ANC-01",
        "headpones, HEADPHONE-OVER-02",
        "noise cancelling, EARBUDS-ANC-01",
        "celdon mug, MUG-CELADON-01",
        "moon jar, ONE-OF-ONE-01",
        "달항아리, ONE-OF-ONE-01",
        "umbrela, UMBRELLA-AUTO-8K",
        "캠핑의자, CHAIR-CAMP-LIGHT"
    })
    void finds(String query, String sku) {
        assertThat(search(query)).contains(sku);
    }

    @Test
    void findsOneSyllable() {
        assertThat(search("꿀")).contains("HONEY-ACACIA-600");
    }

    @Test
    void findsNothingForWhatIsNotSold() {
        assertThat(search("submarine")).isEmpty();
        assertThat(search("잠수함")).isEmpty();
        assertThat(search("!!!")).isEmpty();
    }

    @Test
    void findsNoRetiredProduct() {
        String sku = Shop.listedMug();
        assertThat(search(sku)).first().isEqualTo(sku);

        Shop.retire(sku, "\"1\"").then().statusCode(200);

        assertThat(search(sku)).doesNotContain(sku);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'); drop table product;--", "<script>", "a & b | !c:*", "\\", "머그' or '1'='1", "mug\u0000"})
    void takesWhateverIsTyped(String query) {
        given().queryParam("q", query).get(PRODUCTS + "/search").then().statusCode(200);
    }

    @Test
    void boundsWhatIsAskedFor() {
        Shop.isProblem(given().get(PRODUCTS + "/search"), 400, "invalid-parameter");
        Shop.isProblem(given().queryParam("q", "m".repeat(101)).get(PRODUCTS + "/search"), 400, "invalid-parameter");
        Shop.isProblem(
                given().queryParam("q", "mug").queryParam("limit", 101).get(PRODUCTS + "/search"),
                400,
                "invalid-parameter");
        assertThat(given().queryParam("q", "mug")
                        .queryParam("limit", 1)
                        .get(PRODUCTS + "/search")
                        .jsonPath()
                        .getList("items"))
                .hasSize(1);
    }

    private static List<String> search(String query) {
        return given().queryParam("q", query)
                .queryParam("limit", 100)
                .get(PRODUCTS + "/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.sku");
    }
}
