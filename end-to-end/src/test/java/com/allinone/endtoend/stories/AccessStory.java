package com.allinone.endtoend.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allinone.endtoend.Story;
import com.allinone.endtoend.people.Client;
import com.allinone.endtoend.people.Operator;
import com.allinone.endtoend.people.Order;
import com.allinone.endtoend.people.Product;
import com.allinone.endtoend.people.Realm;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.people.SignIn;
import com.allinone.endtoend.shop.Shop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody sees and does what is theirs, and nothing else. */
@Story
class AccessStory {

    /** One address of each service that wants to know who is there. */
    private static final List<String> GUARDED = List.of(
            "/api/v1/orders",
            "/api/v1/carts/mine",
            "/api/v1/inventory/stock/MUG-CELADON-01",
            "/api/v1/payment/ledger/balance",
            "/api/v1/users/me");

    private final Shop shop;
    private final Client nobody;

    AccessStory(Shop shop) {
        this.shop = shop;
        this.nobody = Client.of(shop.origin());
    }

    @Test
    void someoneElsesOrderIsNotThere() {
        Shopper owner = Shopper.signsUp(shop);
        Shopper other = Shopper.signsUp(shop);
        Order order = owner.orders(Operator.signsIn(shop).stocks(1), 1);
        order.awaits("DELIVERY_READY");
        String address = "/api/v1/orders/" + order.id();

        other.client().get(address).refusing(404, "not-found");
        other.client().get(address + "/events").refusing(404, "not-found");
        other.client().post(address + "/cancellation").refusing(404, "not-found");
        other.client().get("/api/v1/payment/payments/" + order.id()).refusing(404, "not-found");
        assertThat(other.seesTheirOrders().path("items")).isEmpty();
        assertThat(order.status()).isEqualTo("DELIVERY_READY");
    }

    @ParameterizedTest
    @FieldSource("GUARDED")
    void withoutAGoodTokenNoServiceAnswers(String address) {
        Realm realm = new Realm(shop);
        String good = SignIn.token(shop, "olivia", "olivia-demo");

        nobody.get(address).refusing(401, "not-signed-in");
        nobody.as("not.a.token").get(address).refusing(401, "not-signed-in");
        nobody.as(signedByNobody(good)).get(address).refusing(401, "not-signed-in");
        nobody.as(unsigned(good)).get(address).refusing(401, "not-signed-in");
        nobody.as(realm.tokenForOthers()).get(address).refusing(401, "not-signed-in");
        nobody.as(realm.tokenOfAnotherRealm()).get(address).refusing(401, "not-signed-in");
    }

    @Test
    void anExpiredTokenIsRefusedEverywhere() {
        String brief = new Realm(shop).tokenOfOneSecond();

        await("the end of a token of one second")
                .atMost(Duration.ofSeconds(20))
                .until(() -> nobody.as(brief).get("/api/v1/users/me").status() == 401);

        GUARDED.forEach(address -> nobody.as(brief).get(address).refusing(401, "not-signed-in"));
    }

    @Test
    void aShopperCannotDoWhatOperatorsDo() {
        Client shopper = Shopper.signsUp(shop).client();
        String order = "/api/v1/orders/0197a000-0000-7000-8000-000000000000";

        shopper.post("/api/v1/catalog/products", "{}", "Idempotency-Key", "k").refusing(403, "not-allowed");
        shopper.put("/api/v1/catalog/products/MUG-CELADON-01/price", "{}").refusing(403, "not-allowed");
        shopper.post("/api/v1/inventory/receipts", "{}", "Idempotency-Key", "k").refusing(403, "not-allowed");
        shopper.get("/api/v1/inventory/stock/MUG-CELADON-01").refusing(403, "not-allowed");
        shopper.get("/api/v1/payment/ledger/balance").refusing(403, "not-allowed");
        shopper.get("/api/v1/users/0a11ce00-0000-4000-8000-000000000003").refusing(403, "not-allowed");
        shopper.post(order + "/shipment").refusing(403, "not-allowed");
    }

    @Test
    void anAuditorReadsTheBooksAndBuysNothing() {
        Client auditor = nobody.as(SignIn.token(shop, "adam", "adam-demo"));

        auditor.get("/api/v1/payment/ledger/balance").expecting(200);
        auditor.post("/api/v1/orders", "{\"paymentMethod\": \"tok_visa\"}", "Idempotency-Key", "k")
                .refusing(403, "not-allowed");
    }

    @Test
    void identityHeadersThatAClientInventsChangeNothing() {
        Shopper owner = Shopper.signsUp(shop);
        Shopper other = Shopper.signsUp(shop);
        Product product = Operator.signsIn(shop).stocks(1);
        Order order = owner.orders(product, 1);
        String[] disguise = {
            "X-User-Id", owner.id(),
            "X-User-Roles", "operator",
            "X-Auth-Request-User", owner.id(),
            "X-Forwarded-User", owner.id(),
            "X-Forwarded-Email", owner.email(),
            "X-Remote-User", owner.id(),
            "Remote-User", owner.id()
        };

        nobody.get("/api/v1/orders", disguise).refusing(401, "not-signed-in");
        other.client().get("/api/v1/orders/" + order.id(), disguise).refusing(404, "not-found");
        other.client().get("/api/v1/payment/ledger/balance", disguise).refusing(403, "not-allowed");
        order.awaits("DELIVERY_READY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/metrics", "/api/v1/nothing", "/api/v1/catalog/..%2f..%2fq/health"})
    void whatIsNotMeantForOutsideIsNotThere(String address) {
        assertThat(nobody.get(address).status()).isIn(400, 404);
    }

    /** The same claims under another signature. */
    private static String signedByNobody(String token) {
        int signature = token.lastIndexOf('.') + 1;
        String other = token.charAt(signature) == 'A' ? "B" : "A";
        return token.substring(0, signature) + other + token.substring(signature + 1);
    }

    /** The same claims, said to need no signature. */
    private static String unsigned(String token) {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        return header + token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1);
    }
}
