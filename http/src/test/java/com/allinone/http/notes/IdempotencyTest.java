package com.allinone.http.notes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.http.idempotency.ForgottenKeys;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.testing.KafkaResource;
import com.allinone.messaging.testing.PostgresResource;
import com.allinone.messaging.testing.TokenResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class IdempotencyTest {

    @Inject
    Transactions transactions;

    private final String key = UUID.randomUUID().toString();

    @Test
    void theSameKeyAndBodyGetTheSameAnswer() {
        Response first = create(key, key);
        Response second = create(key, key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void anotherBodyWithTheSameKeyIsRefused() {
        create(key, key);
        Response other = create(key, "other");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.jsonPath().getString("type")).endsWith("/idempotency-key-reused");
    }

    @Test
    void sixteenAtOnceHaveOneEffect() throws Exception {
        try (var clients = Executors.newFixedThreadPool(16)) {
            var answers = IntStream.range(0, 16)
                    .mapToObj(i -> clients.submit(() -> create(key, key).asString()))
                    .toList();
            for (var each : answers) {
                assertThat(each.get()).isEqualTo(answers.getFirst().get());
            }
        }
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void aRefusalLeavesTheKeyFree() {
        assertThat(create(key, "no").statusCode()).isEqualTo(409);
        assertThat(create(key, key).statusCode()).isEqualTo(201);
    }

    @Test
    void aKeyIsAskedFor() {
        assertThat(given().contentType("application/json")
                        .body(body("a"))
                        .post("/notes")
                        .jsonPath()
                        .getString("type"))
                .endsWith("/idempotency-key-required");
        assertThat(create("x".repeat(129), "a").jsonPath().getString("type")).endsWith("/invalid-parameter");
        assertThat(create("\u00e9", "a").jsonPath().getString("type")).endsWith("/invalid-parameter");
    }

    @Test
    void aKeyIsForgottenAfterSevenDays() {
        create(key, key);
        forgetAfter(Duration.ofDays(6));
        assertThat(create(key, key).statusCode()).isEqualTo(201);
        assertThat(notes()).isEqualTo(1);

        forgetAfter(Duration.ofDays(8));
        create(key, key);
        assertThat(notes()).isEqualTo(2);
    }

    private void forgetAfter(Duration time) {
        new ForgottenKeys(transactions, Clock.offset(Clock.systemUTC(), time)).forget();
    }

    private Response create(String idempotencyKey, String text) {
        return given().contentType("application/json")
                .header("Idempotency-Key", idempotencyKey)
                .body(body(text))
                .post("/notes");
    }

    private static String body(String text) {
        return "{\"text\":\"" + text.substring(0, Math.min(20, text.length())) + "\",\"number\":1,\"pinned\":true}";
    }

    private long notes() {
        return transactions.call(transaction -> transaction
                .sql("select count(*) as notes from note where text = ?")
                .bind(key.substring(0, 20))
                .list(row -> row.number("notes"))
                .getFirst());
    }
}
