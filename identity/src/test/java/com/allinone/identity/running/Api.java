package com.allinone.identity.running;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What clients of identity's API do. */
public final class Api {

    public static final String PASSWORD = "correct horse battery";
    private static final String USERS = "/api/v1/users";
    private static final String ME = USERS + "/me";

    private Api() {}

    public static String key() {
        return UUID.randomUUID().toString();
    }

    /** An e-mail that nobody has. */
    public static String email() {
        return "p" + UUID.randomUUID() + "@example.com";
    }

    public static Response signUp(String email) {
        return signUp(key(), email, "소라", PASSWORD);
    }

    public static Response signUp(String key, String email, String name, String password) {
        return signUpWith(key, Map.of("email", email, "name", name, "password", password));
    }

    public static Response signUpWith(String key, Object body) {
        return json().header("Idempotency-Key", key).body(body).post(USERS);
    }

    public static RequestSpecification json() {
        return given().contentType(ContentType.JSON);
    }

    public static RequestSpecification as(String token) {
        return json().auth().oauth2(token);
    }

    /** Signs somebody new up and in; their access token. */
    public static String newShopper() {
        String email = email();
        signUp(email).then().statusCode(201);
        return Keycloak.signIn(email, PASSWORD).then().statusCode(200).extract().path("access_token");
    }

    public static Response me(String token) {
        return as(token).get(ME);
    }

    public static Response rename(String token, String ifMatch, String name) {
        return as(token).header("If-Match", ifMatch).body(Map.of("name", name)).put(ME);
    }

    public static Response user(String token, Object id) {
        return as(token).get(USERS + "/" + id);
    }

    public static Response addresses(String token) {
        return as(token).get(ME + "/addresses");
    }

    public static Response addAddress(String token, String key, Map<String, Object> address) {
        return as(token).header("Idempotency-Key", key).body(address).post(ME + "/addresses");
    }

    public static Response removeAddress(String token, Object id) {
        return as(token).delete(ME + "/addresses/" + id);
    }

    /** A good address. */
    public static Map<String, Object> address() {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("recipient", "김소라");
        address.put("phone", "+82 10-1234-5678");
        address.put("line1", "세종대로 110");
        address.put("city", "서울");
        address.put("postcode", "04524");
        address.put("country", "KR");
        return address;
    }

    /** The same with one field changed; null leaves it out. */
    public static Map<String, Object> address(String field, @org.jspecify.annotations.Nullable Object value) {
        Map<String, Object> address = address();
        if (value == null) {
            address.remove(field);
        } else {
            address.put(field, value);
        }
        return address;
    }
}
