package com.allinone.identity.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.allinone.identity.running.Api;
import com.allinone.identity.running.Database;
import com.allinone.identity.running.Keycloak;
import com.allinone.messaging.testing.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProfileTest {

    @Inject
    Database database;

    @BeforeAll
    static void keycloakIsUp() {
        Keycloak.awaitUp();
    }

    @Test
    void someoneWhoseAccountWasMadeInKeycloakIsMetAtTheirFirstLookAndAnnouncedOnce() {
        String token = Keycloak.token("adam");

        String userId = Api.me(token)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("email", equalTo("adam@allinone.example"))
                .body("name", equalTo("adam"))
                .extract()
                .path("userId");
        Api.me(token).then().statusCode(200);

        try (Topic events = new Topic("identity.events")) {
            events.await(userId, "user.registered.v1");
            String later = Api.signUp(Api.email()).path("userId");
            events.await(later, "user.registered.v1");
            assertThat(events.of(userId)).hasSize(1);
        }
    }

    @Test
    void thePersonWhoIsMetIsThePersonWhoIsReadLater() {
        String token = Keycloak.token("jiho");

        assertThat(Api.me(token).asString()).isEqualTo(Api.me(token).asString());
    }

    @Test
    void whoseEmailBelongsToAnUnfinishedSignUpIsToldToWait() {
        String email = Api.email();
        database.pending(UUID.randomUUID(), email, "1 second");
        Keycloak.account(email, UUID.randomUUID());
        Keycloak.password(email, Api.PASSWORD);
        String token = Keycloak.signIn(email, Api.PASSWORD)
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");

        problem(Api.me(token), 409, "sign-up-unfinished");
    }

    @Test
    void aNameIsChangedByWhoHasSeenTheNewestVersion() {
        String token = Api.newShopper();

        Api.rename(token, "\"1\"", "<b>새 이름</b>")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", equalTo("<b>새 이름</b>"))
                .body("version", equalTo(2));

        Api.me(token).then().header("ETag", "\"2\"").body("name", equalTo("<b>새 이름</b>"));
        problem(Api.rename(token, "\"1\"", "late"), 412, "stale-version");
        Api.me(token).then().body("name", equalTo("<b>새 이름</b>"));
    }

    @ParameterizedTest
    @CsvSource({"7, 400, invalid-parameter", "*, 400, invalid-parameter", "'', 428, if-match-required"})
    void aChangeNamesTheVersionItWasMadeFrom(String ifMatch, int status, String type) {
        problem(Api.rename(Keycloak.token("minji"), ifMatch, "x"), status, type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":\"\"}", "{\"name\":\"a\",\"email\":\"b@c.example\"}", "null", "", "{"})
    void aChangeThatIsNotRightIsRefused(String body) {
        Response answer = Api.as(Keycloak.token("minji"))
                .header("If-Match", "\"1\"")
                .body(body)
                .put("/api/v1/users/me");

        problem(answer, 400, "invalid-body");
    }

    @Test
    void operatorsSeeAPersonAndTheirAddresses() {
        String shopper = Api.newShopper();
        String userId = Api.me(shopper).path("userId");
        Api.addAddress(shopper, Api.key(), Api.address()).then().statusCode(201);

        Api.user(Keycloak.token("olivia"), userId)
                .then()
                .statusCode(200)
                .body("userId", equalTo(userId))
                .body("name", equalTo("소라"))
                .body("addresses", hasSize(1))
                .body("addresses[0].city", equalTo("서울"));
    }

    @Test
    void whoIsNoOperatorSeesNobodyElse() {
        String userId = Api.me(Keycloak.token("minji")).path("userId");

        problem(Api.user(Keycloak.token("jiho"), userId), 403, "not-allowed");
        problem(Api.user(Keycloak.token("minji"), userId), 403, "not-allowed");
        problem(Api.user(Keycloak.token("adam"), userId), 403, "not-allowed");
    }

    @Test
    void nobodyIsFoundUnderAnUnknownIdAndAnIdIsAUuid() {
        String operator = Keycloak.token("olivia");

        problem(Api.user(operator, UUID.randomUUID()), 404, "not-found");
        problem(Api.user(operator, "1-1-1-1-1"), 400, "invalid-parameter");
        problem(Api.user(operator, "7"), 400, "invalid-parameter");
    }

    @Test
    void withoutAGoodTokenNobodyIsSeen() throws InterruptedException {
        String expired = Keycloak.token("brief", "minji");
        Thread.sleep(2_100);

        problem(Api.json().get("/api/v1/users/me"), 401, "not-signed-in");
        problem(Api.me("nonsense"), 401, "not-signed-in");
        problem(Api.me(Keycloak.token("elsewhere", "minji")), 401, "not-signed-in");
        problem(Api.me(Keycloak.masterToken()), 401, "not-signed-in");
        problem(Api.me(expired), 401, "not-signed-in");
        problem(Api.json().get("/api/v1/users/" + UUID.randomUUID()), 401, "not-signed-in");
        problem(Api.json().body(Map.of()).post("/api/v1/users/me/addresses"), 401, "not-signed-in");
        Api.json().get("/api/v1/users/me").then().header("WWW-Authenticate", containsString("Bearer"));
    }

    static void problem(Response answer, int status, String type) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/" + type))
                .body("detail", notNullValue());
    }
}
