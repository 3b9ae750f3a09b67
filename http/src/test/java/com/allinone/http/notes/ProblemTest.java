package com.allinone.http.notes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.messaging.testing.KafkaResource;
import com.allinone.messaging.testing.PostgresResource;
import com.allinone.messaging.testing.TokenResource;
import com.allinone.messaging.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class ProblemTest {

    private static final String NOTE = "/notes/01a1fded-be72-7d0a-8573-afe5afb09dc6";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"text\":\"a\",\"number\":1,\"pinned\":true,\"more\":1}         | more | more is not a known field",
                "{\"number\":1,\"pinned\":true}                                   | ``   | text is missing",
                "{\"text\":\"a\",\"pinned\":true}                                 | number | number is missing",
                "{\"text\":\"a\",\"number\":null,\"pinned\":true}                 | number | number is missing",
                "{\"text\":\"a\",\"number\":\"1\",\"pinned\":true}                | number | number is not a whole number in range",
                "{\"text\":\"a\",\"number\":1.5,\"pinned\":true}                  | number | number is not a whole number in range",
                "{\"text\":\"a\",\"number\":1e9,\"pinned\":true}                  | number | number is not a whole number in range",
                "{\"text\":\"a\",\"number\":99999999999,\"pinned\":true}          | number | number is not a whole number in range",
                "{\"text\":\"a\",\"number\":[],\"pinned\":true}                   | number | number is not a whole number in range",
                "{\"text\":\"a\",\"number\":0,\"pinned\":true}                    | ``   | number must be from 1 to 1000, not 0",
                "{\"text\":5,\"number\":1,\"pinned\":true}                        | text | text is not a text",
                "{\"text\":{},\"number\":1,\"pinned\":true}                       | text | text is not a text",
                "{\"text\":\"a\",\"number\":1,\"pinned\":\"true\"}                | pinned | pinned is not true or false",
                "{\"text\":\"a\",\"number\":1,\"pinned\":1}                       | pinned | pinned is not true or false",
                "{\"text\":\"a\\u0000\",\"number\":1,\"pinned\":true}             | ``   | text must not contain control characters",
                "{\"text\":\"a\",\"number\":1,\"pinned\":true,\"lines\":{}}       | lines | lines is not a list",
                "{\"text\":\"a\",\"number\":1,\"pinned\":true,\"lines\":[{\"sku\":\"A\",\"quantity\":1.5}]} | lines[0].quantity | lines[0].quantity is not a whole number in range",
            })
    void namesTheFieldThatIsWrong(String body, String field, String detail) {
        Response answer = json().body(body).post("/notes/echo");

        assertThat(problem(answer, 400, "invalid-body")).isEqualTo(detail);
        assertThat(answer.jsonPath().getString("field")).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "[]",
                "5",
                "null",
                "{\"text\":\"a\",\"number\":1,\"pinned\":true} {}",
                "{\"text\":\"a\",\"number\":1,\"number\":2,\"pinned\":true}",
                "{'text':'a'}"
            })
    void refusesWhatIsNoNote(String body) {
        problem(json().body(body).post("/notes/echo"), 400, "invalid-body");
    }

    @Test
    void refusesDeepNesting() {
        problem(json().body("{\"lines\":" + "[".repeat(5_000)).post("/notes/echo"), 400, "invalid-body");
    }

    @Test
    void takesAGoodNote() {
        json().body("{\"text\":\" <b>'; drop note \",\"number\":1,\"pinned\":false}")
                .post("/notes/echo")
                .then()
                .statusCode(200);
    }

    @Test
    void refusesALargeBody() {
        problem(json().body("x".repeat(2_000_000)).post("/notes/echo"), 413, "body-too-large");
    }

    @Test
    void refusesAFloodOfHeaders() {
        assertThat(given().header("X-Flood", "x".repeat(20_000)).get(NOTE).statusCode())
                .isEqualTo(431);
    }

    @Test
    void refusesWhatTheAddressDoesNotServe() {
        problem(given().get("/nowhere"), 404, "not-found");
        problem(given().get("/notes/one/two/three"), 404, "not-found");
        problem(given().delete(NOTE), 405, "method-not-allowed");
        problem(given().contentType("text/plain").body("{}").post("/notes/echo"), 415, "unsupported-media-type");
        problem(given().accept("image/png").get(NOTE), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/notes/1", "/notes/not-a-uuid", "/notes/pages?limit=ten", "/notes/pages?limit=0"})
    void aParameterThatDoesNotParseIsABadRequest(String address) {
        problem(given().get(address), 400, "invalid-parameter");
    }

    @Test
    void aNulInAParameterIsABadRequest() {
        problem(given().urlEncodingEnabled(false).get("/notes/search?q=%00"), 400, "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%25%25", "YQ", "YQ%3D%3D%3D", "YR9iH2M", "YR8A"})
    void aStrangeCursorIsABadRequest(String cursor) {
        problem(given().urlEncodingEnabled(false).get("/notes/pages?cursor=" + cursor), 400, "invalid-parameter");
        problem(given().get("/notes/pages?cursor=" + "a".repeat(600)), 400, "invalid-parameter");
    }

    @Test
    void saysNothingOfADefect() {
        assertThat(problem(given().get("/notes/defect"), 500, "internal-error")).doesNotContain("Secret");
    }

    @Test
    void refusesWhoIsNotSignedInAndWhoMayNot() {
        UUID user = UUID.randomUUID();
        problem(given().get("/notes/mine"), 401, "not-signed-in");
        problem(given().auth().oauth2("nonsense").get("/notes/mine"), 401, "not-signed-in");
        problem(given().auth().oauth2(Tokens.expired(user)).get("/notes/mine"), 401, "not-signed-in");
        problem(given().auth().oauth2(Tokens.forAnotherAudience(user)).get("/notes/mine"), 401, "not-signed-in");
        problem(given().auth().oauth2(Tokens.fromAnotherIssuer(user)).get("/notes/mine"), 401, "not-signed-in");
        problem(given().auth().oauth2(Tokens.shopper(user)).get("/notes/all"), 403, "not-allowed");
        assertThat(given().auth()
                        .oauth2(Tokens.shopper(user))
                        .get("/notes/mine")
                        .asString())
                .isEqualTo("\"" + user + "\"");
    }

    @Test
    void asksForTheVersionThatWasSeen() {
        problem(json().put(NOTE), 428, "if-match-required");
        problem(json().header("If-Match", "7").put(NOTE), 400, "invalid-parameter");
        problem(json().header("If-Match", "\"6\"").put(NOTE), 412, "stale-version");
        json().header("If-Match", "\"7\"").put(NOTE).then().statusCode(204);
        given().header("If-None-Match", "\"6\", W/\"7\"").get(NOTE).then().statusCode(304);
        given().header("If-None-Match", "\"6\"").get(NOTE).then().statusCode(200);
    }

    private static RequestSpecification json() {
        return given().contentType("application/json");
    }

    /** Asserts a whole problem of that type; returns its detail. */
    private static String problem(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("https://allinone.example/problems/" + slug);
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(answer.jsonPath().getString("title")).isNotBlank();
        assertThat(answer.asString()).doesNotContain("com.allinone", "Exception", "jackson", "\tat ");
        return answer.jsonPath().getString("detail");
    }
}
