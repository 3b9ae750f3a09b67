package com.allinone.catalog;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.allinone.messaging.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import java.util.UUID;

/** The catalog's HTTP surface in the words of a test. */
public final class Shop {

    public static final String PRODUCTS = "/api/v1/catalog/products";
    private static final UUID OLIVIA = UUID.fromString("01936b6e-5a00-7000-8000-000000000001");

    private Shop() {}

    /** A request of an operator. */
    public static RequestSpecification operator() {
        return with(Tokens.operator(OLIVIA));
    }

    /** A request with this access token. */
    public static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A SKU that nothing has yet. */
    public static String newSku(String what) {
        return what + "-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    /** What to send to list a mug under this SKU. */
    public static String mug(String sku) {
        return """
                {"sku": "%s", "name": {"ko": "시험 머그컵", "en": "Trial Mug"},
                 "description": {"ko": "시험 삼아 만든 컵", "en": "A cup made on trial"}, "category": "tableware",
                 "price": {"amount": 18900, "currency": "KRW"},
                 "picture": "https://images.allinone.example/products/trial.webp"}""".formatted(sku);
    }

    /** Lists a product with this body, under a new key. */
    public static Response list(String body) {
        return operator()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(PRODUCTS);
    }

    /** Lists a mug and gives its SKU back. */
    public static String listedMug() {
        String sku = newSku("MUG");
        list(mug(sku)).then().statusCode(201);
        return sku;
    }

    public static Response reprice(String sku, String ifMatch, long amount) {
        return operator()
                .header("If-Match", ifMatch)
                .body("{\"amount\": " + amount + ", \"currency\": \"KRW\"}")
                .put(PRODUCTS + "/" + sku + "/price");
    }

    public static Response retire(String sku, String ifMatch) {
        return operator().header("If-Match", ifMatch).post(PRODUCTS + "/" + sku + "/retirement");
    }

    /** Asserts that the response is this problem, with a sentence. */
    public static void isProblem(Response response, int status, String slug) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://allinone.example/problems/" + slug))
                .body("status", equalTo(status))
                .body("detail", matchesPattern("(?s).{10,}"));
    }
}
