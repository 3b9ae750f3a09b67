package com.allinone.http.callers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.messaging.testing.KafkaResource;
import com.allinone.messaging.testing.PostgresResource;
import com.allinone.messaging.testing.TokenResource;
import com.allinone.messaging.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What is remembered of a token is what was true of it, and for no longer than it is. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class VerifiedTokensTest {

    @Inject
    VerifiedTokens tokens;

    private final UUID user = UUID.randomUUID();

    @Test
    void aTokenIsVerifiedOnceAndMeansTheSameEveryTime() {
        String token = Tokens.shopper(user);
        assertThat(tokens.remembers(token)).isFalse();

        for (int time = 0; time < 3; time++) {
            Response mine = mine(token);
            assertThat(mine.statusCode()).isEqualTo(200);
            assertThat(mine.asString()).contains(user.toString());
            assertThat(given().auth().oauth2(token).get("/notes/all").statusCode())
                    .isEqualTo(403);
        }
        assertThat(tokens.remembers(token)).isTrue();
    }

    @Test
    void aRememberedTokenExpires() {
        String token = Tokens.signed(
                Tokens.valid(user, "shopper").expiresAt(Instant.now().plusSeconds(3)));

        assertThat(mine(token).statusCode()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> mine(token).statusCode() == 401);
    }

    @Test
    void anotherSignatureUnderTheSameClaimsIsNotRemembered() {
        String token = Tokens.shopper(user);
        assertThat(mine(token).statusCode()).isEqualTo(200);

        char last = token.charAt(token.length() - 10);
        String forged = token.substring(0, token.length() - 10)
                + (last == 'A' ? 'B' : 'A')
                + token.substring(token.length() - 9);
        assertThat(mine(forged).statusCode()).isEqualTo(401);
        assertThat(mine(forged).statusCode()).isEqualTo(401);
        assertThat(mine(token).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsRefusedIsNotRemembered() {
        for (String token : List.of(Tokens.expired(user), Tokens.forAnotherAudience(user))) {
            assertThat(mine(token).statusCode()).isEqualTo(401);
            assertThat(tokens.remembers(token)).isFalse();
        }
    }

    private static Response mine(String token) {
        return given().auth().oauth2(token).get("/notes/mine");
    }
}
