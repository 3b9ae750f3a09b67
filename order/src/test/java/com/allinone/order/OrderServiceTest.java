package com.allinone.order;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.allinone.messaging.testing.KafkaResource;
import com.allinone.messaging.testing.PostgresResource;
import com.allinone.messaging.testing.TokenResource;
import com.allinone.messaging.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The words of this service's tests; it runs on real PostgreSQL and Kafka, the test speaks for its neighbours. */
@WithTestResource(PostgresResource.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
abstract class OrderServiceTest {

    static final String MUG = "MUG-CELADON-01";
    static final String TWO_MUGS = """
            {"lines":[{"sku":"MUG-CELADON-01","quantity":2,"unitPrice":{"amount":29000,"currency":"KRW"}}],
             "paymentMethod":"tok_visa"}""";

    final UUID shopper = UUID.randomUUID();
    Neighbours neighbours = new Neighbours();

    @jakarta.inject.Inject
    DataSource database;

    @BeforeEach
    void theMugIsSold() {
        isSold(MUG, 1, 29_000, "KRW");
    }

    @AfterEach
    void close() {
        neighbours.close();
    }

    void isSold(String sku, long version, long amount, String currency) {
        neighbours.catalogSays("product.listed.v1", sku, version, amount, currency, "LISTED");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> putInCart(UUID.randomUUID(), sku, 1).statusCode() == 200);
    }

    Response putInCart(UUID user, String sku, int quantity) {
        return as(user).contentType(ContentType.JSON)
                .body("{\"quantity\":" + quantity + "}")
                .put("/api/v1/carts/mine/lines/" + sku);
    }

    /** Places an order that is accepted; returns its id. */
    String placed(String body) {
        return id(post(UUID.randomUUID().toString(), body)
                .then()
                .statusCode(202)
                .body("status", equalTo("AWAITING_STOCK"))
                .extract()
                .header("Location"));
    }

    Response post(String key, String body) {
        return as(shopper)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/orders");
    }

    /** Takes an order to the state in which its payment is awaited. */
    String reserved() {
        String id = placed(TWO_MUGS);
        neighbours.inventorySays("stock.reserved.v1", id);
        neighbours.paymentHears(id, "payment.charge.v1");
        return id;
    }

    /** Takes an order to the state in which it can be delivered. */
    String confirmed() {
        String id = reserved();
        neighbours.paymentSays("payment.completed.v1", id);
        neighbours.allHear(id, "delivery.ready.v1");
        return id;
    }

    ValidatableResponse show(String id) {
        return as(shopper).get("/api/v1/orders/" + id).then().statusCode(200).body("id", endsWith(id));
    }

    Response cancel(String id) {
        return as(shopper).post("/api/v1/orders/" + id + "/cancellation");
    }

    static RequestSpecification as(UUID user) {
        return given().auth().oauth2(Tokens.shopper(user));
    }

    static RequestSpecification asOperator() {
        return given().auth().oauth2(Tokens.operator(UUID.randomUUID()));
    }

    /** The first column of the first row of a statement of the test's own, as text; empty when there is none. */
    String database(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? String.valueOf(result.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
