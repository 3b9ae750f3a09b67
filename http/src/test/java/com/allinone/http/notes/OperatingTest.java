package com.allinone.http.notes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.allinone.messaging.Envelope;
import com.allinone.messaging.OutgoingMessage;
import com.allinone.messaging.inbox.BatchConsumer;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.testing.KafkaResource;
import com.allinone.messaging.testing.PostgresResource;
import com.allinone.messaging.testing.TokenResource;
import com.allinone.messaging.testing.Tokens;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operators' addresses, on a real database. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class OperatingTest {

    private static final String REDRIVES = "/api/v1/notes/parked/redrives";
    private static final String DISCARDS = "/api/v1/notes/parked/discards";
    private static final String REPUBLICATIONS = "/api/v1/notes/outbox/republications";

    @Inject
    BatchConsumer consumer;

    @Inject
    NoteTaking handler;

    @Inject
    Transactions transactions;

    private final UUID operator = UUID.randomUUID();
    private final String key = "key/" + UUID.randomUUID();
    private long offset;

    @Test
    void tellsWhatIsOnRecordOfAKey() {
        UUID cause = UuidCreator.getTimeOrderedEpoch();
        transactions.run(transaction -> transaction.send(
                new OutgoingMessage("notes", key, "note.taken.v1", Map.of()), io.opentelemetry.context.Context.root()));
        take("\"a\"", "\"no\"");

        ask().queryParam("key", key)
                .get("/api/v1/notes/messages")
                .then()
                .statusCode(200)
                .body("said.type", contains("note.taken.v1"))
                .body("said[0].topic", equalTo("notes"))
                .body("parked.type", contains("note.take.v1"))
                .body("parked[0].error", containsString("The note says no"))
                .body("whole", equalTo(true));
        ask().queryParam("id", cause)
                .get("/api/v1/notes/messages/heard")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
    }

    @Test
    void saysWhatIsWrongWithAQuestionAboutMessages() {
        ask().get("/api/v1/notes/messages").then().statusCode(400).body("parameter", equalTo("key"));
        ask().get("/api/v1/notes/messages/heard").then().statusCode(400).body("parameter", equalTo("id"));
        ask().queryParam("id", "42")
                .get("/api/v1/notes/messages/heard")
                .then()
                .statusCode(400)
                .body("detail", containsString("is not a UUID"));
    }

    @Test
    void listsShowsDiscardsAndRedrives() {
        take("\"no\"", "\"a\"", "\"b\"");

        ValidatableResponse listed = get("/parked?consumer=note-taking&limit=100");
        Map<String, Object> row = listed.extract().jsonPath().getMap("items.find { it.key == '" + key + "' }");
        assertThat(row)
                .containsEntry("messages", 3)
                .containsEntry("type", "note.take.v1")
                .containsEntry("error", "IllegalStateException: The note says no")
                .containsEntry("attempts", 0);

        List<Integer> places = messages().extract().jsonPath().getList("place");
        assertThat(places).hasSize(3);
        ask().queryParam("consumer", "note-taking")
                .queryParam("key", key)
                .get("/api/v1/notes/parked/messages/" + places.getFirst())
                .then()
                .statusCode(200)
                .body("body", equalTo("\"no\""))
                .body("headers.ce_type", equalTo("note.take.v1"))
                .body("unreadable", equalTo(false));

        post(REDRIVES, "{\"consumer\":\"note-taking\",\"key\":\"" + key + "\"}")
                .statusCode(200)
                .body("done", equalTo(0))
                .body("left", equalTo(3))
                .body("stop.place", equalTo(places.getFirst()))
                .body("stop.error", containsString("The note says no"));
        post(DISCARDS, discard(key, places.getFirst(), "test data"))
                .statusCode(200)
                .body("left", equalTo(2));
        post(REDRIVES, "{\"consumer\":\"note-taking\",\"key\":\"" + key + "\",\"reason\":\"mended\"}")
                .statusCode(200)
                .body("done", equalTo(2))
                .body("left", equalTo(0))
                .body("stop", nullValue());
        post(REDRIVES, "{\"consumer\":\"note-taking\",\"key\":\"" + key + "\"}")
                .statusCode(404)
                .body("type", endsWith("/not-found"));

        get("/parked/audit?limit=3")
                .body("items.action", contains("REDRIVE", "DISCARD", "REDRIVE"))
                .body("items.author", contains(operator.toString(), operator.toString(), operator.toString()))
                .body("items.reason", contains("mended", "test data", ""))
                .body("items.key", contains(key, key, key))
                .body("next", notNullValue());
    }

    @Test
    void pagesThroughTheKeys() {
        for (int i = 0; i < 3; i++) {
            consumer.consume(List.of(record(key + i, "\"no\"")), handler);
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            var page = get("/parked?limit=1" + cursor)
                    .body("items", hasSize(1))
                    .extract()
                    .jsonPath();
            seen.add(page.getString("items[0].key"));
            cursor = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
        } while (!cursor.isEmpty());

        assertThat(seen).containsSubsequence(key + 0, key + 1, key + 2).doesNotHaveDuplicates();
    }

    @Test
    void publishesTheLogAgain() {
        Instant before = Instant.now().minusSeconds(1);
        transactions.run(transaction -> transaction.send(new OutgoingMessage("notes", key, "note.taken.v1", 1)));
        transactions.run(
                transaction -> transaction.sql("delete from outbox_pending").update());

        post(REPUBLICATIONS, "{\"from\":\"" + before + "\",\"reason\":\"Kafka lost its log\"}")
                .statusCode(200)
                .body("requeued", equalTo(1))
                .body("over", equalTo(true));
        post(REPUBLICATIONS, "{\"from\":\"" + before + "\"}").statusCode(200).body("requeued", equalTo(0));
    }

    @Test
    void tellsItInMetrics() {
        take("\"no\"", "\"a\"");
        post(REDRIVES, "{\"consumer\":\"note-taking\",\"key\":\"" + key + "\"}").statusCode(200);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                given().get("/q/metrics").asString().lines())
                        .anyMatch(line -> line.startsWith("messaging_parked_keys{consumer=\"note-taking\"")
                                && !line.endsWith(" 0.0"))
                        .anyMatch(line -> line.startsWith("messaging_parked_messages{consumer=\"note-taking\"")
                                && !line.endsWith(" 0.0"))
                        .anyMatch(line -> line.startsWith("messaging_inbox_parked_total{consumer=\"note-taking\""))
                        .anyMatch(line -> line.startsWith("messaging_inbox_batch_size_count{consumer=\"note-taking\""))
                        .anyMatch(line -> line.startsWith("messaging_inbox_duplicates_total{consumer=\"note-taking\""))
                        .anyMatch(line -> line.startsWith("messaging_inbox_redriven_total{consumer=\"note-taking\""))
                        .anyMatch(line -> line.startsWith("messaging_inbox_discarded_total{consumer=\"note-taking\""))
                        .anyMatch(line -> line.startsWith("messaging_outbox_lag_rows"))
                        .anyMatch(line -> line.startsWith("messaging_outbox_lag_seconds"))
                        .anyMatch(line -> line.startsWith("messaging_outbox_republished_total")));
    }

    @Test
    void onlyOperatorsActAndAuditorsLook() {
        String auditor = Tokens.auditor(UUID.randomUUID());
        String shopper = Tokens.shopper(UUID.randomUUID());
        for (String path : List.of("/parked", "/parked/audit")) {
            given().get("/api/v1/notes" + path).then().statusCode(401);
            given().auth().oauth2(shopper).get("/api/v1/notes" + path).then().statusCode(403);
            given().auth().oauth2(auditor).get("/api/v1/notes" + path).then().statusCode(200);
        }
        for (String path : List.of(REDRIVES, DISCARDS, REPUBLICATIONS)) {
            for (String token : List.of(auditor, shopper)) {
                given().auth()
                        .oauth2(token)
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post(path)
                        .then()
                        .statusCode(403)
                        .body("type", endsWith("/not-allowed"));
            }
        }
        given().auth()
                .oauth2(auditor)
                .get("/api/v1/notes/parked/messages/1?consumer=a")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "redrives       | {}                                              | consumer is missing",
                "redrives       | {\"consumer\":\"a\"}                            | key is missing",
                "redrives       | {\"consumer\":\"a\",\"key\":\"\",\"more\":1}    | more is not a known field",
                "discards       | {\"consumer\":\"a\",\"key\":\"b\",\"place\":1}  | reason is missing",
                "discards       | {\"consumer\":\"a\",\"key\":\"b\",\"place\":1,\"reason\":\"  \"} | reason must have 3 to 500 characters",
                "discards       | {\"consumer\":\"a\",\"key\":\"b\",\"place\":0,\"reason\":\"why not\"} | place must be from 1",
                "discards       | {\"consumer\":\"a\",\"key\":\"b\",\"reason\":\"why not\"} | place is missing",
            })
    void refusesWhatIsNoWish(String what, String body, String detail) {
        post("/api/v1/notes/parked/" + what, body)
                .statusCode(400)
                .body("type", endsWith("/invalid-body"))
                .body("detail", containsString(detail));
    }

    @Test
    void refusesAnInstantThatIsNone() {
        post(REPUBLICATIONS, "{}").statusCode(400).body("detail", containsString("from is missing"));
        post(REPUBLICATIONS, "{\"from\":\"yesterday\"}").statusCode(400).body("detail", containsString("an instant"));
        post(REPUBLICATIONS, "{\"from\":\"2999-01-01T00:00:00Z\"}")
                .statusCode(400)
                .body("detail", containsString("from lies in the future"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "cursor=YWJj", "cursor=nonsense!"})
    void refusesAPageThatIsNone(String query) {
        ask().get("/api/v1/notes/parked?" + query).then().statusCode(400).body("type", endsWith("/invalid-parameter"));
    }

    @Test
    void refusesWhatIsNotThere() {
        String long129 = "x".repeat(129);
        post(DISCARDS, discard(key, 1, "why not")).statusCode(404);
        post(REDRIVES, "{\"consumer\":\"nobody\",\"key\":\"a\"}").statusCode(404);
        post(REDRIVES, "{\"consumer\":\"a\",\"key\":\"" + long129 + "\"}").statusCode(400);
        ask().get("/api/v1/notes/parked/messages?consumer=a&key=b").then().statusCode(404);
        ask().get("/api/v1/notes/parked/messages").then().statusCode(400);
        ask().get("/api/v1/notes/parked/messages/1?consumer=a&key=b").then().statusCode(404);
    }

    @Test
    void showsTheBeginningOfALargeBody() {
        take("\"no\"", "\"" + "x".repeat(100_000) + "\"");
        int place = messages().extract().jsonPath().getInt("[1].place");

        String body = ask().queryParam("consumer", "note-taking")
                .queryParam("key", key)
                .get("/api/v1/notes/parked/messages/" + place)
                .then()
                .body("bodyBytes", equalTo(100_002))
                .extract()
                .jsonPath()
                .getString("body");

        assertThat(body).hasSize(64 * 1024);
    }

    private void take(String... texts) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (String text : texts) {
            records.add(record(key, text));
        }
        consumer.consume(records, handler);
    }

    private ConsumerRecord<String, byte[]> record(String recordKey, String json) {
        var sent = Envelope.wrap(
                "/someone",
                UuidCreator.getTimeOrderedEpoch(),
                "notes",
                recordKey,
                "note.take.v1",
                Instant.now(),
                json,
                null,
                null);
        return new ConsumerRecord<>(
                "notes",
                0,
                offset++,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                recordKey,
                sent.value(),
                new RecordHeaders(sent.headers()),
                Optional.empty());
    }

    private ValidatableResponse messages() {
        return ask().queryParam("consumer", "note-taking")
                .queryParam("key", key)
                .get("/api/v1/notes/parked/messages")
                .then()
                .statusCode(200);
    }

    private RequestSpecification ask() {
        return given().auth().oauth2(Tokens.operator(operator));
    }

    private ValidatableResponse get(String path) {
        return ask().get("/api/v1/notes" + path).then().statusCode(200);
    }

    private ValidatableResponse post(String path, String body) {
        return ask().contentType(ContentType.JSON).body(body).post(path).then();
    }

    private static String discard(String whose, long place, String reason) {
        return "{\"consumer\":\"note-taking\",\"key\":\"" + whose + "\",\"place\":" + place + ",\"reason\":\"" + reason
                + "\"}";
    }
}
