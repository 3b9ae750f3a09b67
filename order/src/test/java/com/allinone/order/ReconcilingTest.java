package com.allinone.order;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.testing.Contracts;
import com.allinone.messaging.testing.Tokens;
import com.allinone.messaging.testing.Topic;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Order asks, the test answers for inventory and payment with books that it can falsify. */
@QuarkusTest
@TestProfile(ReconcilingTest.Brisk.class)
class ReconcilingTest extends OrderServiceTest {

    public static final class Brisk implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "order.reconciliation.quiet", "PT1S",
                    "order.reconciliation.patience", "PT10S",
                    "order.reconciliation.first-after", "PT24H");
        }
    }

    private static final UUID OPERATOR = UUID.randomUUID();

    private final Topic inventory = new Topic("inventory.events");
    private final Topic payment = new Topic("payment.events");
    private final Topic toInventory = new Topic("inventory.commands");
    private final Topic toPayment = new Topic("payment.commands");
    /** What inventory has, an entry for each order; likewise payment. */
    private final Map<String, String> reservations = new LinkedHashMap<>();

    private final Map<String, String> payments = new LinkedHashMap<>();
    private String findings = "";

    @Inject
    Transactions transactions;

    @BeforeEach
    void nothingIsLeftOfOtherTests() {
        transactions.run(transaction -> {
            transaction.sql("delete from reconciliation_round").update();
            transaction.sql("truncate orders, order_line, order_event").update();
        });
    }

    @AfterEach
    void stopListening() {
        List.of(inventory, payment, toInventory, toPayment).forEach(Topic::close);
    }

    @Test
    void booksThatAgreeShowNothing() {
        agreed(confirmed());
        agreed(confirmed());

        JsonPath round = reconciled(true);

        assertThat(round.getString("state")).isEqualTo("DONE");
        assertThat(round.getLong("differences")).isZero();
        assertThat(round.getLong("orders")).isEqualTo(2);
        assertThat(round.getLong("unsettled")).isZero();
    }

    @Test
    void everyKindOfDifferenceIsFound() {
        String allocated = confirmed();
        reservations.put(allocated, reservation("HELD", 2));
        payments.put(allocated, payment("COMPLETED", 58_000));
        String unreserved = confirmed();
        payments.put(unreserved, payment("COMPLETED", 58_000));
        String unpaid = confirmed();
        reservations.put(unpaid, reservation("ALLOCATED", 2));
        String other = confirmed();
        reservations.put(other, reservation("ALLOCATED", 3));
        payments.put(other, payment("COMPLETED", 1));
        String orphan = UuidCreator.getTimeOrderedEpoch().toString();
        reservations.put(orphan, reservation("HELD", 1));
        payments.put(orphan, payment("COMPLETED", 1));
        findings = """
                {"kind":"LEDGER_NOT_ZERO","subject":"%s","orderId":"%s","explanation":"It sums to 7"},
                {"kind":"UNKNOWN_INTENT_AT_PROVIDER","subject":"pi_1","explanation":"Nobody knows it"},
                {"kind":"NEWER_THAN_US","subject":"pi_2","explanation":"Whatever"}""".formatted(other, other);

        JsonPath round = reconciled(true);

        assertThat(found(round))
                .isEqualTo(Map.of(
                        "NOT_ALLOCATED_THOUGH_CONFIRMED " + allocated,
                        "RESENT",
                        "RESERVATION_MISSING " + unreserved,
                        "PERSON",
                        "PAYMENT_MISSING " + unpaid,
                        "PERSON",
                        "QUANTITY_DIFFERS " + other,
                        "PERSON",
                        "AMOUNT_DIFFERS " + other,
                        "PERSON",
                        "ORPHAN_RESERVATION " + orphan,
                        "PERSON",
                        "ORPHAN_PAYMENT " + orphan,
                        "PERSON",
                        "LEDGER_NOT_ZERO " + other,
                        "PERSON",
                        "UNKNOWN_INTENT_AT_PROVIDER pi_1",
                        "PERSON",
                        "OTHER_IN_PAYMENT pi_2",
                        "PERSON"));
        assertThat(round.getLong("differences")).isEqualTo(10);
        assertThat(round.getLong("byKind.QUANTITY_DIFFERS")).isEqualTo(1);
        await("the metric")
                .atMost(Duration.ofSeconds(15))
                .until(() -> metrics().contains("order_reconciliation_differences{kind=\"QUANTITY_DIFFERS\"} 1.0"));
    }

    @Test
    void whatCanBeSettledByAskingAgainIsAskedAgain() {
        String order = confirmed();
        reservations.put(order, reservation("HELD", 2));
        payments.put(order, payment("COMPLETED", 58_000));

        assertThat(found(reconciled(true))).isEqualTo(Map.of("NOT_ALLOCATED_THOUGH_CONFIRMED " + order, "RESENT"));

        assertThat(toInventory.await(order, "stock.commit.v1", 2)).hasSize(2);
        agreed(order);
        assertThat(found(reconciled(true))).isEmpty();
    }

    @Test
    void whatPassesByItselfIsNoDifference() {
        String order = confirmed();
        reservations.put(order, reservation("HELD", 2));
        payments.put(order, payment("COMPLETED", 58_000));

        String id = begin(true);
        answerOnce(1);
        agreed(order);

        assertThat(found(ended(id))).isEmpty();
        assertThat(toInventory.of(order).stream().map(Topic.Seen::type)).containsOnlyOnce("stock.commit.v1");
    }

    @Test
    void anAnswerThatCoversLessIsAskedForTheRest() {
        String first = confirmed();
        String second = confirmed();
        agreed(first);
        payments.put(second, payment("COMPLETED", 58_000));

        String id = begin(true);
        answerUntil(second);

        JsonPath round = ended(id);
        assertThat(found(round)).isEqualTo(Map.of("RESERVATION_MISSING " + second, "PERSON"));
        assertThat(round.getLong("orders")).isEqualTo(2);
    }

    @Test
    void aRoundThatIsNotAnsweredIsGivenUp() {
        String id = begin(true);

        await().atMost(Duration.ofSeconds(25))
                .until(() -> show(asOperator(), id).getString("state").equals("GIVEN_UP"));
    }

    @Test
    void aRecentRoundLooksAtWhatWaitsHoweverOldItIs() {
        agreed(confirmed());
        assertThat(reconciled(true).getLong("differences")).isZero();
        String old = reserved();
        transactions.run(transaction -> {
            for (String table : List.of("order_line", "order_event", "orders")) {
                transaction
                        .sql("alter table " + table + " disable trigger user")
                        .update();
            }
            transaction
                    .sql("alter table order_line drop constraint order_line_order_id_fkey")
                    .update();
            for (String table : List.of("order_line", "order_event", "orders")) {
                transaction
                        .sql("update " + table + " set order_id = ? where order_id = ?")
                        .bind(new UUID(0x0000_1000_0000_7000L, Long.MIN_VALUE))
                        .bind(UUID.fromString(old))
                        .update();
            }
        });
        String moved = new UUID(0x0000_1000_0000_7000L, Long.MIN_VALUE).toString();

        assertThat(found(reconciled(false)))
                .containsEntry("RESERVATION_MISSING " + moved, "PERSON")
                .containsEntry("PAYMENT_MISSING " + moved, "RESENT");
    }

    @Test
    void theSameKeyBeginsOneRound() {
        String key = UUID.randomUUID().toString();

        assertThat(post(key, true)).isEqualTo(post(key, true));
    }

    @Test
    void tooManyAtOnceAreRefused() {
        for (int count = 0; count < 5; count++) {
            begin(true);
        }

        asOperator()
                .header("Idempotency-Key", "one-more")
                .post("/api/v1/orders/reconciliations")
                .then()
                .statusCode(409)
                .body("type", endsWith("/reconciliations-under-way"));
    }

    @Test
    void onlyOperatorsBeginAndAuditorsMayLook() {
        as(shopper)
                .header("Idempotency-Key", "mine")
                .post("/api/v1/orders/reconciliations")
                .then()
                .statusCode(403);
        var auditor = given().auth().oauth2(Tokens.auditor(UUID.randomUUID()));
        auditor.header("Idempotency-Key", "mine")
                .post("/api/v1/orders/reconciliations")
                .then()
                .statusCode(403);
        String id = begin(false);
        assertThat(show(given().auth().oauth2(Tokens.auditor(UUID.randomUUID())), id)
                        .getString("id"))
                .isEqualTo(id);
        assertThat(asOperator()
                        .get("/api/v1/orders/reconciliations/latest")
                        .jsonPath()
                        .getString("id"))
                .isEqualTo(id);
        asOperator()
                .get("/api/v1/orders/reconciliations/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void theQuestionsMeetTheirSchemas() {
        begin(true);

        String report = await("a range")
                .atMost(Duration.ofSeconds(10))
                .until(() -> open().keySet().stream().findFirst().orElse(""), id -> !id.isEmpty());

        assertThat(Contracts.violationsOfJson(
                        "order",
                        "stock.report.v1",
                        toInventory.await(report, "stock.report.v1").body().toString()))
                .isEmpty();
        assertThat(Contracts.violationsOfJson(
                        "order",
                        "payment.report.v1",
                        toPayment.await(report, "payment.report.v1").body().toString()))
                .isEmpty();
    }

    private void agreed(String order) {
        reservations.put(order, reservation("ALLOCATED", 2));
        payments.put(order, payment("COMPLETED", 58_000));
    }

    private static String reservation(String stage, int quantity) {
        return "\"stage\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":%d}]".formatted(stage, MUG, quantity);
    }

    private static String payment(String state, long amount) {
        return "\"paymentId\":\"%s\",\"state\":\"%s\",\"amount\":%d,\"currency\":\"KRW\",\"captured\":0,\"refunded\":0"
                .formatted(UUID.randomUUID(), state, amount);
    }

    private JsonPath reconciled(boolean full) {
        return ended(begin(full));
    }

    private String begin(boolean full) {
        return post(UUID.randomUUID().toString(), full);
    }

    private static String post(String key, boolean full) {
        return given().auth()
                .oauth2(Tokens.operator(OPERATOR))
                .header("Idempotency-Key", key)
                .post("/api/v1/orders/reconciliations?full=" + full)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** Answers until the round has ended. */
    private JsonPath ended(String id) {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (System.nanoTime() < end) {
            answer(open(), "");
            JsonPath round = show(asOperator(), id);
            if (!round.getString("state").equals("OPEN")) {
                return round;
            }
        }
        throw new AssertionError("The round has not ended");
    }

    private void answerOnce(int look) {
        await("look " + look).atMost(Duration.ofSeconds(10)).until(() -> {
            var ranges = open();
            answer(ranges, "");
            return ranges.values().stream().anyMatch(range -> range.look() == look);
        });
    }

    private void answerUntil(String covered) {
        await("a range").atMost(Duration.ofSeconds(10)).until(() -> !open().isEmpty());
        answer(open(), covered);
    }

    private record Range(int look, String from, String until) {}

    private Map<String, Range> open() {
        Map<String, Range> open = new HashMap<>();
        transactions.run(transaction -> transaction
                .sql("select * from reconciliation_range where ask_at is null and stock is null")
                .list(row -> open.put(
                        row.text("report_id"),
                        new Range(row.integer("look"), row.text("from_order"), row.text("until_order")))));
        return open;
    }

    private void answer(Map<String, Range> ranges, String covered) {
        ranges.forEach((id, range) -> {
            String until = covered.isEmpty() ? range.until() : covered;
            inventory.send(
                    "/inventory",
                    id,
                    "stock.reported.v1",
                    "{\"reportId\":\"%s\",\"look\":%d,\"coveredUntil\":\"%s\",\"reservations\":[%s]}"
                            .formatted(id, range.look(), until, entries(reservations, range.from(), until)));
            payment.send(
                    "/payment",
                    id,
                    "payment.reported.v1",
                    "{\"reportId\":\"%s\",\"look\":%d,\"coveredUntil\":\"%s\",\"payments\":[%s],\"findings\":[%s]}"
                            .formatted(id, range.look(), until, entries(payments, range.from(), until), findings));
            await("the answers of " + id).until(() -> !open().containsKey(id));
        });
    }

    private static String entries(Map<String, String> books, String from, String until) {
        return books.entrySet().stream()
                .filter(entry ->
                        entry.getKey().compareTo(from) >= 0 && entry.getKey().compareTo(until) < 0)
                .map(entry -> "{\"orderId\":\"" + entry.getKey() + "\"," + entry.getValue() + "}")
                .collect(joining(","));
    }

    private static JsonPath show(RequestSpecification caller, String id) {
        return caller.get("/api/v1/orders/reconciliations/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, String> found(JsonPath round) {
        Map<String, String> found = new HashMap<>();
        round.<Map<String, String>>getList("first")
                .forEach(each -> found.put(each.get("kind") + " " + each.get("subject"), each.get("repair")));
        return found;
    }

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }
}
