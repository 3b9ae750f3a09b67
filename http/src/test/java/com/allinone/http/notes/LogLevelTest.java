package com.allinone.http.notes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.testing.KafkaResource;
import com.allinone.messaging.testing.PostgresResource;
import com.allinone.messaging.testing.TokenResource;
import com.allinone.messaging.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Log levels, changed while the service runs. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class LogLevelTest {

    private static final String LEVELS = "/api/v1/notes/log-levels";

    @Inject
    Transactions transactions;

    private final UUID operator = UUID.randomUUID();

    @Test
    void aLoggerTellsMoreAtOnceAndAsBeforeWhenItIsOver() {
        Logger logger = Logger.getLogger("com.allinone.http.once");
        assertThat(logger.isLoggable(Level.FINE)).isFalse();

        put("{\"logger\":\"com.allinone.http.once\",\"level\":\"DEBUG\",\"minutes\":5,\"reason\":\"a test\"}")
                .statusCode(200)
                .body("find { it.logger == 'com.allinone.http.once' }.level", equalTo("DEBUG"))
                .body("find { it.logger == 'com.allinone.http.once' }.author", equalTo(operator.toString()));
        assertThat(logger.isLoggable(Level.FINE)).isTrue();

        put("{\"logger\":\"com.allinone.http.once\",\"reason\":\"seen enough\"}")
                .statusCode(200)
                .body("findAll { it.logger == 'com.allinone.http.once' }", empty());
        assertThat(logger.isLoggable(Level.FINE)).isFalse();
    }

    @Test
    void aLevelGoesBackByItselfAndIsFollowedByReplicasThatWereNotAsked() {
        Logger logger = Logger.getLogger("com.allinone.http.elsewhere");
        wishedElsewhere("com.allinone.http.elsewhere", "now() + interval '1 minute'");
        await().atMost(Duration.ofSeconds(20)).until(() -> logger.isLoggable(Level.FINE));

        wishedElsewhere("com.allinone.http.elsewhere", "now()");
        await().atMost(Duration.ofSeconds(20)).until(() -> !logger.isLoggable(Level.FINE));
    }

    @ParameterizedTest
    @CsvSource({
        "io.quarkus.oidc,DEBUG,5,a class or package of",
        "com.allinone,TRACE,5,level must be DEBUG",
        "com.allinone,DEBUG,0,from 1 to 120",
        "com.allinone,DEBUG,121,from 1 to 120"
    })
    void whatCannotBeIsRefusedWithASentence(String logger, String level, int minutes, String why) {
        put("{\"logger\":\"%s\",\"level\":\"%s\",\"minutes\":%d,\"reason\":\"a test\"}"
                        .formatted(logger, level, minutes))
                .statusCode(400)
                .body("detail", containsString(why));
    }

    @Test
    void isForOperatorsOnly() {
        given().auth().oauth2(Tokens.auditor(operator)).get(LEVELS).then().statusCode(200);
        given().auth()
                .oauth2(Tokens.auditor(operator))
                .contentType(ContentType.JSON)
                .body("{\"logger\":\"com.allinone\",\"level\":\"DEBUG\",\"reason\":\"a test\"}")
                .put(LEVELS)
                .then()
                .statusCode(403);
        given().auth().oauth2(Tokens.shopper(operator)).get(LEVELS).then().statusCode(403);
    }

    private void wishedElsewhere(String logger, String until) {
        transactions.run(transaction -> transaction
                .sql("insert into log_level (logger, level, until, author, reason, changed_at) values (?, 'DEBUG', "
                        + until + ", 'x', 'a test', now()) on conflict (logger) do update set until = excluded.until")
                .bind(logger)
                .update());
    }

    private ValidatableResponse put(String body) {
        return given().auth()
                .oauth2(Tokens.operator(operator))
                .contentType(ContentType.JSON)
                .body(body)
                .put(LEVELS)
                .then();
    }
}
