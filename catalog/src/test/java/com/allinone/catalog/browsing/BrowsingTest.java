package com.allinone.catalog.browsing;

import static com.allinone.catalog.Shop.PRODUCTS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import com.allinone.catalog.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BrowsingTest {

    @Test
    void showsAProductWithItsVersionAsEtag() {
        given().get(PRODUCTS + "/ONE-OF-ONE-01")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("sku", equalTo("ONE-OF-ONE-01"))
                .body("category", equalTo("tableware"))
                .body("price.currency", equalTo("KRW"))
                .body("picture", equalTo("https://images.allinone.example/products/one-of-one-01.webp"));
    }

    @Test
    void sendsNothingThatTheCallerHasAlready() {
        String sku = Shop.listedMug();

        given().header("If-None-Match", "\"1\"")
                .get(PRODUCTS + "/" + sku)
                .then()
                .statusCode(304)
                .header("ETag", "\"1\"");
        given().header("If-None-Match", "W/\"1\"")
                .get(PRODUCTS + "/" + sku)
                .then()
                .statusCode(304);
        Shop.reprice(sku, "\"1\"", 15_000).then().statusCode(200);
        given().header("If-None-Match", "\"1\"")
                .get(PRODUCTS + "/" + sku)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
    }

    @Test
    void showsARetiredProductToWhoeverHasItsAddress() {
        String sku = Shop.listedMug();
        Shop.retire(sku, "\"1\"").then().statusCode(200);

        given().get(PRODUCTS + "/" + sku).then().statusCode(200).body("status", equalTo("RETIRED"));
        assertThat(walk("tableware", 100, null)).doesNotContain(sku);
    }

    @Test
    void pagesWithoutHolesOrDoublesWhileProductsComeAndGo() {
        List<String> before = walk(null, 100, null);
        String leaving = Shop.listedMug();

        List<String> seen = walk(null, 7, () -> {
            Shop.list(Shop.mug(Shop.newSku("AAA-MUG"))).then().statusCode(201);
            Shop.list(Shop.mug(Shop.newSku("ZZZ-MUG"))).then().statusCode(201);
            Shop.retire(leaving, "\"1\"");
        });

        assertThat(before).hasSizeGreaterThan(200);
        assertThat(seen).doesNotHaveDuplicates().isSorted().containsAll(before);
    }

    @Test
    void showsOneCategory() {
        given().queryParam("category", "pets")
                .queryParam("limit", 100)
                .get(PRODUCTS)
                .then()
                .statusCode(200)
                .body("items.category", everyItem(equalTo("pets")))
                .body("items", hasSize(18))
                .body("next", equalTo(null));
    }

    @Test
    void showsTwentyProductsUnlessAskedForAnotherNumber() {
        given().get(PRODUCTS).then().statusCode(200).body("items", hasSize(20));
        given().queryParam("limit", 1).get(PRODUCTS).then().body("items", hasSize(1));
    }

    @Test
    void showsTheCategoriesInBothLanguages() {
        given().get("/api/v1/catalog/categories")
                .then()
                .statusCode(200)
                .body("items", hasSize(12))
                .body("items[1].id", equalTo("tea-and-coffee"))
                .body("items[1].name.ko", equalTo("차·커피"))
                .body("items.products", everyItem(greaterThan(10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "99999999999", "1.5", "ten"})
    void refusesALimitThatIsNoneFromOneToAHundred(String limit) {
        Shop.isProblem(given().queryParam("limit", limit).get(PRODUCTS), 400, "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "next", "bm90IGEgc2t1", "'; drop table product;--"})
    void refusesACursorThatTheShopDidNotGive(String cursor) {
        Shop.isProblem(given().queryParam("cursor", cursor).get(PRODUCTS), 400, "invalid-parameter");
    }

    @Test
    void refusesACursorOfAnotherList() {
        String two = Base64.getUrlEncoder().encodeToString("A\u001fB".getBytes(StandardCharsets.UTF_8));

        Shop.isProblem(given().queryParam("cursor", two).get(PRODUCTS), 400, "invalid-parameter");
    }

    @Test
    void refusesACategoryThatIsNoneOrNotThere() {
        Shop.isProblem(given().queryParam("category", "Tea & Coffee").get(PRODUCTS), 400, "invalid-parameter");
        Shop.isProblem(given().queryParam("category", "weapons").get(PRODUCTS), 404, "unknown-category");
    }

    @Test
    void refusesASkuThatIsNoneOrNotThere() {
        Shop.isProblem(given().get(PRODUCTS + "/mug"), 400, "invalid-parameter");
        Shop.isProblem(given().get(PRODUCTS + "/NO-SUCH-PRODUCT"), 404, "unknown-product");
    }

    @Test
    void saysSoWhenThereIsNothingAtAnAddress() {
        Shop.isProblem(given().get("/api/v1/catalog/nothing"), 404, "not-found");
        Shop.isProblem(given().delete(PRODUCTS), 405, "method-not-allowed");
    }

    /** Every SKU, page by page; something may happen between two pages. */
    private static List<String> walk(@Nullable String category, int limit, @Nullable Runnable between) {
        List<String> skus = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = page(category, limit, cursor);
            skus.addAll(page.getList("items.sku"));
            cursor = page.getString("next");
            if (between != null && skus.size() < 60) {
                between.run();
            }
        } while (cursor != null);
        return skus;
    }

    private static JsonPath page(@Nullable String category, int limit, @Nullable String cursor) {
        var request = given().queryParam("limit", limit);
        if (category != null) {
            request.queryParam("category", category);
        }
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get(PRODUCTS).then().statusCode(200).extract().jsonPath();
    }
}
