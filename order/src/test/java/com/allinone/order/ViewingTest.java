package com.allinone.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.allinone.messaging.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ViewingTest extends OrderServiceTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // set by Quarkus before each test
    URI service;

    @Test
    void anothersOrderIsNotFound() {
        String id = placed(TWO_MUGS);

        as(UUID.randomUUID())
                .get("/api/v1/orders/" + id)
                .then()
                .statusCode(404)
                .body("type", equalTo("https://allinone.example/problems/not-found"));
        as(UUID.randomUUID())
                .post("/api/v1/orders/" + id + "/cancellation")
                .then()
                .statusCode(404);
        as(UUID.randomUUID()).get("/api/v1/orders/" + id + "/events").then().statusCode(404);
        asOperator().get("/api/v1/orders/" + id).then().statusCode(200);
    }

    @Test
    void onlyAGoodTokenOpens() {
        given().get("/api/v1/orders").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.expired(shopper))
                .get("/api/v1/orders")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.forAnotherAudience(shopper))
                .get("/api/v1/orders")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.fromAnotherIssuer(shopper))
                .get("/api/v1/orders")
                .then()
                .statusCode(401);
        given().auth().oauth2("rubbish").get("/api/v1/orders").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.auditor(shopper))
                .get("/api/v1/orders")
                .then()
                .statusCode(403);
        as(shopper)
                .post("/api/v1/orders/" + UUID.randomUUID() + "/shipment")
                .then()
                .statusCode(403);
    }

    @Test
    void myOrdersComeInPagesWithoutHolesOrDoubles() {
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            placed.addFirst(placed(TWO_MUGS));
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var page = as(shopper)
                    .queryParam("limit", 2)
                    .queryParams(cursor == null ? java.util.Map.of() : java.util.Map.of("cursor", cursor))
                    .get("/api/v1/orders");
            seen.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(seen).isEqualTo(placed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish", "!!!", "YWJj"})
    void aCursorThatIsNoneIsRefused(String cursor) {
        as(shopper)
                .queryParam("cursor", cursor)
                .get("/api/v1/orders")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101"})
    void aLimitOutOfBoundsIsRefused(String limit) {
        as(shopper)
                .queryParam("limit", limit)
                .get("/api/v1/orders")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("limit"));
    }

    @Test
    void anIdThatIsNoneIsABadRequest() {
        as(shopper).get("/api/v1/orders/not-a-uuid").then().statusCode(400);
    }

    @Test
    void aWatcherSeesEveryStatusOnceAndTheStreamEndsWithTheOrder() {
        String id = placed(TWO_MUGS);
        Queue<String> statuses = new ConcurrentLinkedQueue<>();
        CompletableFuture<Void> stream = watch(id, 0, statuses);
        neighbours.inventorySays("stock.reserved.v1", id);
        neighbours.paymentHears(id, "payment.charge.v1");
        neighbours.paymentSays("payment.declined.v1", id);
        neighbours.inventoryHears(id, "stock.release.v1");
        neighbours.inventorySays("stock.released.v1", id);

        await().atMost(Duration.ofSeconds(20)).until(stream::isDone);
        assertThat(statuses).containsExactly("AWAITING_STOCK", "AWAITING_PAYMENT", "RELEASING", "CANCELLED");
    }

    @Test
    void aWatcherWhoComesBackSeesOnlyWhatWasMissed() {
        String id = placed(TWO_MUGS);
        neighbours.inventorySays("stock.rejected.v1", id);
        neighbours.allHear(id, "order.cancelled.v1");
        Queue<String> statuses = new ConcurrentLinkedQueue<>();

        watch(id, 1, statuses).join();

        assertThat(statuses).containsExactly("CANCELLED");
    }

    private CompletableFuture<Void> watch(String id, int lastEventId, Queue<String> statuses) {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/api/v1/orders/" + id + "/events"))
                .header("Authorization", "Bearer " + Tokens.shopper(shopper))
                .header("Last-Event-ID", String.valueOf(lastEventId))
                .timeout(Duration.ofSeconds(30))
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenAccept(response -> response.body()
                        .filter(line -> line.startsWith("event:"))
                        .forEach(line ->
                                statuses.add(line.substring("event:".length()).strip())));
    }
}
