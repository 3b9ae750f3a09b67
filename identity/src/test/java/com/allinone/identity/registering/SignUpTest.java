package com.allinone.identity.registering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.allinone.identity.running.Api;
import com.allinone.identity.running.Database;
import com.allinone.identity.running.Keycloak;
import com.allinone.messaging.testing.Contracts;
import com.allinone.messaging.testing.Topic;
import com.allinone.messaging.testing.Topic.Seen;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SignUpTest {

    @Inject
    Database database;

    @BeforeAll
    static void keycloakIsUp() {
        Keycloak.awaitUp();
    }

    @Test
    void someoneWhoSignedUpCanSignInAndIsAShopper() {
        String email = Api.email();

        String userId = Api.signUp(email)
                .then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/users/me"))
                .header("ETag", "\"1\"")
                .body("email", equalTo(email))
                .body("name", equalTo("소라"))
                .extract()
                .path("userId");

        String token = Keycloak.signIn(email, Api.PASSWORD)
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        Map<String, Object> claims = Claims.of(token);
        assertThat(claims)
                .containsEntry("sub", userId)
                .containsEntry("aud", "allinone-api")
                .containsEntry("roles", List.of("shopper"));
        Api.me(token).then().statusCode(200).body("userId", equalTo(userId)).body("name", equalTo("소라"));
    }

    @Test
    void announcesTheNewUserOnceAndNothingPersonal() {
        String key = Api.key();
        String email = Api.email();
        try (Topic events = new Topic("identity.events")) {
            String userId = Api.signUp(key, email, "소라", Api.PASSWORD).path("userId");
            Api.signUp(key, email, "소라", Api.PASSWORD);
            String later = Api.signUp(Api.email()).path("userId");

            events.await(later, "user.registered.v1");
            List<Seen> seen = events.of(userId);
            assertThat(seen).hasSize(1);
            assertThat(seen.getFirst().header("ce_source")).isEqualTo("/identity");
            assertThat(seen.getFirst().header("traceparent")).startsWith("00-");
            assertThat(Contracts.violationsOfJson(
                            "identity",
                            "user.registered.v1",
                            seen.getFirst().body().toString()))
                    .isEmpty();
            assertThat(seen.getFirst().toString()).doesNotContain(email).doesNotContain("소라");
        }
    }

    @Test
    void theSameKeyTwiceMakesOnePerson() {
        String key = Api.key();
        String email = Api.email();

        Response first = Api.signUp(key, email, "소라", Api.PASSWORD);
        Response second = Api.signUp(key, email, "소라", Api.PASSWORD);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(Keycloak.accounts(email)).isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        String key = Api.key();
        Api.signUp(key, Api.email(), "소라", Api.PASSWORD).then().statusCode(201);
        String another = Api.email();

        problem(Api.signUp(key, another, "소라", Api.PASSWORD), 422, "idempotency-key-reused");

        assertThat(database.rows(another)).isZero();
    }

    @Test
    void anEmailIsTakenWhateverItsCase() {
        String email = Api.email();
        Api.signUp(email).then().statusCode(201);

        problem(Api.signUp(email.toUpperCase(Locale.ROOT)), 409, "email-taken");

        assertThat(database.rows(email)).isEqualTo(1);
    }

    @Test
    void anEmailThatOnlyKeycloakKnowsIsTakenAndNothingIsLeft() {
        String email = Api.email();
        Keycloak.account(email, UUID.randomUUID());

        problem(Api.signUp(email), 409, "email-taken");

        assertThat(database.rows(email)).isZero();
        assertThat(Keycloak.accounts(email)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"short, minimum length 8", "THE-EMAIL, must not be equal"})
    void aPasswordAgainstThePolicyLeavesNothingAndABetterOneWorks(String password, String reason) {
        String key = Api.key();
        String email = Api.email();
        String refused = password.equals("THE-EMAIL") ? email : password;

        problem(Api.signUp(key, email, "소라", refused), 422, "password-refused");
        Api.signUp(key, email, "소라", refused).then().body("detail", containsString(reason));
        assertThat(database.rows(email)).isZero();
        assertThat(Keycloak.accounts(email)).isZero();

        Api.signUp(key, email, "소라", Api.PASSWORD).then().statusCode(201);
    }

    @Test
    void ofManyAtOnceWithOneEmailOneIsSignedUp() throws InterruptedException, ExecutionException {
        String email = Api.email();
        List<Integer> statuses = atOnce(12, () -> Api.signUp(email).statusCode());

        assertThat(statuses).containsOnlyOnce(201).contains(409).allMatch(status -> status == 201 || status == 409);
        assertThat(database.status(email)).isEqualTo("ACTIVE");
        assertThat(Keycloak.accounts(email)).isEqualTo(1);
    }

    @Test
    void ofManyAtOnceWithOneKeyAllHearOfTheSamePerson() throws InterruptedException, ExecutionException {
        String key = Api.key();
        String email = Api.email();
        List<String> answers =
                atOnce(6, () -> Api.signUp(key, email, "소라", Api.PASSWORD).asString());

        assertThat(answers)
                .allMatch(answer -> answer.equals(answers.getFirst()))
                .allMatch(answer -> answer.contains(email));
        assertThat(Keycloak.accounts(email)).isEqualTo(1);
    }

    @Test
    void namesAndEmailsAreTextWhateverTheyLookLike() {
        String email = "o'brien+" + Api.key() + "@example.com";
        String name = "Robert'); drop table person;-- <script>alert(1)</script>";

        Api.signUp(Api.key(), email, name, Api.PASSWORD)
                .then()
                .statusCode(201)
                .body("name", equalTo(name))
                .body("email", equalTo(email));
        Keycloak.signIn(email, Api.PASSWORD).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                                           | email",
                "[]                                                                           | ",
                "null                                                                         | ",
                "{\"email\":                                                                  | ",
                "{\"email\":\"a@b.example\",\"name\":\"소라\"}                                  | password",
                "{\"email\":\"a@b.example\",\"name\":\"소라\",\"password\":\"\"}                | password",
                "{\"email\":\"nobody\",\"name\":\"소라\",\"password\":\"12345678\"}             | email",
                "{\"email\":\"a b@c.example\",\"name\":\"소라\",\"password\":\"12345678\"}      | email",
                "{\"email\":\"a@b.example\",\"name\":\"  \",\"password\":\"12345678\"}          | name",
                "{\"email\":\"a@b.example\",\"name\":5,\"password\":\"12345678\"}               | name",
                "{\"email\":\"a@b.example\",\"name\":\"소\\u0000라\",\"password\":\"12345678\"} | name",
                "{\"email\":\"a@b.example\",\"name\":\"소라\",\"password\":\"12345678\",\"role\":\"operator\"} | role"
            })
    void aBodyThatIsNotRightIsRefusedWithASentenceAboutIt(String body, String field) {
        problem(Api.signUpWith(Api.key(), body), 400, "invalid-body");
        Api.signUpWith(Api.key(), body).then().body("detail", containsString(field == null ? "body" : field));
        assertThat(database.rows("a@b.example")).isZero();
    }

    @Test
    void aNameOfMoreThanAHundredCharactersIsRefused() {
        problem(Api.signUp(Api.key(), Api.email(), "n".repeat(101), Api.PASSWORD), 400, "invalid-body");
    }

    @Test
    void aBodyOfMoreThanAMebibyteIsRefused() {
        Response answer = Api.signUp(Api.key(), Api.email(), "n".repeat(1_100_000), Api.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void aSignUpNeedsAKey() {
        Response answer = Api.json()
                .body(Map.of("email", Api.email(), "name", "소라", "password", Api.PASSWORD))
                .post("/api/v1/users");

        problem(answer, 400, "idempotency-key-required");
    }

    @Test
    void outcomesAreCounted() {
        Api.signUp(Api.email()).then().statusCode(201);

        Api.json().get("/q/metrics").then().statusCode(200).body(containsString("identity_sign_ups_total"));
    }

    static void problem(Response answer, int status, String type) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/" + type))
                .body("status", equalTo(status))
                .body("keySet()", hasItems("title", "detail"));
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> answers =
                    threads.invokeAll(Stream.generate(() -> call).limit(times).toList());
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> answer : answers) {
                results.add(answer.get());
            }
            return results;
        }
    }
}
