package com.allinone.endtoend.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.endtoend.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.UUID;

/** Somebody who buys. */
public final class Shopper {

    public static final String GOOD_CARD = "tok_visa";
    public static final String DECLINED_CARD = "tok_declined";

    private static final String ORDERS = "/api/v1/orders";
    private static final String CART = "/api/v1/carts/mine";

    private final Client client;
    private final String email;
    private final String id;

    private Shopper(Client client, String email, String id) {
        this.client = client;
        this.email = email;
        this.id = id;
    }

    /** Somebody whom the shop has never seen signs up and signs in. */
    public static Shopper signsUp(Shop shop) {
        return signsUp(shop, "김소라");
    }

    public static Shopper signsUp(Shop shop, String name) {
        String email = "shopper-" + UUID.randomUUID() + "@stories.example";
        String password = "correct horse " + UUID.randomUUID();
        String wish = JsonNodeFactory.instance
                .objectNode()
                .put("email", email)
                .put("name", name)
                .put("password", password)
                .toString();
        JsonNode person = Client.of(shop.origin())
                .post("/api/v1/users", wish, "Idempotency-Key", email)
                .expecting(201)
                .json();
        Client client = Client.of(shop.origin()).as(SignIn.token(shop, email, password));
        return new Shopper(client, email, person.path("userId").asText());
    }

    /** This shopper's line to the shop, for what has no word here. */
    public Client client() {
        return client;
    }

    public String id() {
        return id;
    }

    public String email() {
        return email;
    }

    public JsonNode puts(String sku, int quantity) {
        return client.put(CART + "/lines/" + sku, "{\"quantity\": %d}".formatted(quantity))
                .expecting(200)
                .json();
    }

    public JsonNode seesTheCart() {
        return client.get(CART).expecting(200).json();
    }

    public Order ordersTheCart(String card) {
        return accepted(tries("{\"paymentMethod\": \"%s\"}".formatted(card), newKey()));
    }

    public Order orders(Product product, int quantity, String card) {
        return accepted(tries(wish(product, quantity, card), newKey()));
    }

    public Order orders(Product product, int quantity) {
        return orders(product, quantity, GOOD_CARD);
    }

    /** Sends a wish that the shop may refuse. */
    public Answer tries(String wish, String key) {
        return client.post(ORDERS, wish, "Idempotency-Key", key);
    }

    public Answer tries(String wish) {
        return tries(wish, newKey());
    }

    public JsonNode seesTheOrder(String orderId) {
        return client.get(ORDERS + "/" + orderId).expecting(200).json();
    }

    public JsonNode seesTheirOrders() {
        return client.get(ORDERS).expecting(200).json();
    }

    public JsonNode seesThePayment(String orderId) {
        return client.get("/api/v1/payment/payments/" + orderId).expecting(200).json();
    }

    public void cancels(Order order) {
        client.post(ORDERS + "/" + order.id() + "/cancellation").expecting(202);
    }

    /** Looks at an order's server-sent events from the beginning. */
    public OrderEvents watches(Order order, String... headers) {
        return OrderEvents.of(client, ORDERS + "/" + order.id() + "/events", headers);
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** What is sent to order so many of one product at the price that was seen. */
    public static String wish(Product product, int quantity, String card) {
        return """
                {"lines": [%s], "paymentMethod": "%s"}""".formatted(product.line(quantity), card);
    }

    /** The order that an answer accepts. */
    public Order accepted(Answer answer) {
        JsonNode order = answer.expecting(202).json();
        String orderId = order.path("id").asText();
        assertThat(answer.header("Location")).endsWith(ORDERS + "/" + orderId);
        String trace = answer.header("traceresponse");
        assertThat(trace).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
        return new Order(this, orderId, trace.substring(3, 35));
    }
}
