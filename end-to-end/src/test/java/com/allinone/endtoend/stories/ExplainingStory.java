package com.allinone.endtoend.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allinone.endtoend.Story;
import com.allinone.endtoend.people.Operator;
import com.allinone.endtoend.people.Order;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.shop.Falsifier;
import com.allinone.endtoend.shop.Shop;
import com.allinone.endtoend.shop.ShopCommand.Said;
import com.allinone.endtoend.shop.Tree;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** "My order never arrived": what is parked is found by one command, redriven by a second, and stays in the trace. */
@Story
class ExplainingStory {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Shop shop;

    ExplainingStory(Shop shop) {
        this.shop = shop;
    }

    @Test
    void anOrderWhosePaymentsAnswerIsParkedIsExplainedRedrivenAndStaysOneTrace() {
        Shopper shopper = Shopper.signsUp(shop);
        Order order = shopper.orders(Operator.signsIn(shop).stocks(1), 1, "tok_slow");
        order.awaits("AWAITING_PAYMENT");
        new Falsifier(shop.databases()).parks("order", "fulfilment", order.id());

        JsonNode stands = await("the parked answer")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> explained(order), told -> !parked(told).isEmpty());
        assertThat(stands.path("order").path("waitsFor").asText()).contains("Payment has to say");
        assertThat(parked(stands)).extracting(one -> one.path("type").asText()).containsExactly("payment.completed.v1");
        assertThat(texts(stands.path("payment").path("ledger"), "kind")).containsExactly("CAPTURE", "CAPTURE");
        assertThat(texts(stands.path("payment").path("attempts"), "state")).endsWith("CONFIRMING", "COMPLETED");
        assertThat(stands.path("inventory").path("stage").asText()).startsWith("HELD");
        assertThat(deliveries(stands, "payment.completed.v1")).isEmpty();

        redrives(order);
        order.awaits("DELIVERY_READY");

        JsonNode over = explained(order);
        assertThat(parked(over)).isEmpty();
        assertThat(over.path("silent")).isEmpty();
        assertThat(deliveries(over, "payment.completed.v1")).containsExactly("fulfilment 1");
        assertThat(over.path("trace").asText()).endsWith(order.traceId());
        await("the trace " + order.traceId())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> Tree.of(shop.traces(), order.traceId()).isWhole());
    }

    @Test
    void whatCameTwiceWasDoneOnceAndIsCounted() {
        Shopper shopper = Shopper.signsUp(shop);
        Order order = shopper.orders(Operator.signsIn(shop).stocks(1), 1);
        order.awaits("DELIVERY_READY");
        new Falsifier(shop.databases()).saysAgain("order", order.id(), "payment.charge.v1");

        await("the second delivery")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(deliveries(explained(order), "payment.charge.v1"))
                        .containsExactly("accepting 2"));
        assertThat(order.status()).isEqualTo("DELIVERY_READY");
    }

    private void redrives(Order order) {
        Operator.signsIn(shop)
                .client()
                .post(
                        "/api/v1/order/parked/redrives",
                        "{\"consumer\": \"fulfilment\", \"key\": \"%s\", \"reason\": \"it is mended\"}"
                                .formatted(order.id()))
                .expecting(200);
    }

    private JsonNode explained(Order order) {
        Said said = shop.explains(order.id());
        assertThat(said.exitCode()).isZero();
        return said.json();
    }

    private static List<JsonNode> parked(JsonNode told) {
        return all(told.path("order").path("messages").path("parked"));
    }

    /** Who has done the messages of a type, and how often they came. */
    private static List<String> deliveries(JsonNode told, String type) {
        return all(told.path("messages")).stream()
                .filter(message -> message.path("type").asText().equals(type))
                .flatMap(message -> all(message.path("deliveries")).stream())
                .map(one ->
                        one.path("consumer").asText() + " " + one.path("times").asInt())
                .toList();
    }

    private static List<String> texts(JsonNode items, String field) {
        return all(items).stream().map(item -> item.path(field).asText()).toList();
    }

    private static List<JsonNode> all(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
