package com.allinone.inventory;

import static io.restassured.RestAssured.given;

import com.allinone.messaging.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plays an operator at the API. */
public final class Operator {

    private static final AtomicInteger SKUS = new AtomicInteger();

    private final UUID user = UUID.randomUUID();

    /** A SKU that no other test uses. */
    public static String newSku() {
        return "TEST-" + SKUS.incrementAndGet() + "-"
                + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    public RequestSpecification request() {
        return given().auth().oauth2(Tokens.operator(user)).contentType(ContentType.JSON);
    }

    /** Takes so many units of each SKU in at ICN1. */
    public void receives(long quantity, String... skus) {
        receivesAt("ICN1", quantity, skus);
    }

    public void receivesAt(String warehouse, long quantity, String... skus) {
        receipt(UUID.randomUUID().toString(), body(warehouse, quantity, skus))
                .then()
                .statusCode(201);
    }

    public static String body(String warehouse, long quantity, String... skus) {
        String lines = Arrays.stream(skus)
                .map(sku -> "{\"sku\":\"%s\",\"quantity\":%d}".formatted(sku, quantity))
                .collect(Collectors.joining(",", "[", "]"));
        return "{\"warehouse\":\"%s\",\"lines\":%s}".formatted(warehouse, lines);
    }

    public Response receipt(@Nullable String key, String body) {
        RequestSpecification request = request().body(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/api/v1/inventory/receipts");
    }

    public Response adjusts(String sku, @Nullable String ifMatch, String body) {
        RequestSpecification request = request().body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post("/api/v1/inventory/stock/{sku}/adjustments", sku);
    }

    public Response sees(String sku) {
        return request().get("/api/v1/inventory/stock/{sku}", sku);
    }

    /** What lies on the only shelf of the SKU. */
    public Counts counts(String sku) {
        var shelf = sees(sku).then().statusCode(200).extract().jsonPath();
        return new Counts(
                shelf.getLong("warehouses[0].available"),
                shelf.getLong("warehouses[0].reserved"),
                shelf.getLong("warehouses[0].allocated"),
                shelf.getLong("warehouses[0].sold"));
    }

    /** Units by where they are. */
    public record Counts(long available, long reserved, long allocated, long sold) {}
}
