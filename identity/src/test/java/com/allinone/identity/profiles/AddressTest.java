package com.allinone.identity.profiles;

import static com.allinone.identity.profiles.ProfileTest.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.allinone.identity.running.Api;
import com.allinone.identity.running.Keycloak;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AddressTest {

    private String shopper = "";

    @BeforeEach
    void someoneNew() {
        Keycloak.awaitUp();
        shopper = Api.newShopper();
    }

    @Test
    void anAddressIsAddedListedAndRemoved() {
        String id = Api.addAddress(shopper, Api.key(), Api.address("line2", "3층"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Api.addresses(shopper)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id))
                .body("items[0].recipient", equalTo("김소라"))
                .body("items[0].line2", equalTo("3층"));
        Api.removeAddress(shopper, id).then().statusCode(204);
        Api.addresses(shopper).then().body("items", hasSize(0));
        problem(Api.removeAddress(shopper, id), 404, "not-found");
    }

    @Test
    void addressesAreListedOldestFirst() {
        String first = Api.addAddress(shopper, Api.key(), Api.address()).path("id");
        String second = Api.addAddress(shopper, Api.key(), Api.address()).path("id");

        Api.addresses(shopper).then().body("items.id", contains(first, second)).body("items[0].line2", nullValue());
    }

    @Test
    void theSameKeyTwiceAddsOneAddress() {
        String key = Api.key();
        String id = Api.addAddress(shopper, key, Api.address())
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Api.addAddress(shopper, key, Api.address())
                .then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/users/me/addresses/" + id))
                .body("id", equalTo(id));
        problem(Api.addAddress(shopper, key, Api.address("city", "부산")), 422, "idempotency-key-reused");
        Api.addresses(shopper).then().body("items", hasSize(1));
    }

    @Test
    void anotherPersonsAddressIsNotFound() {
        String id = Api.addAddress(shopper, Api.key(), Api.address()).path("id");

        problem(Api.removeAddress(Api.newShopper(), id), 404, "not-found");
        problem(Api.removeAddress(Keycloak.token("olivia"), id), 404, "not-found");

        Api.addresses(shopper).then().body("items", hasSize(1));
    }

    @Test
    void nobodyHasMoreThanTwentyHoweverManyTheyAddAtOnce() {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 24)
                    .forEach(each -> threads.execute(() -> Api.addAddress(shopper, Api.key(), Api.address())));
        }

        Api.addresses(shopper).then().body("items", hasSize(20));
        String key = Api.key();
        problem(Api.addAddress(shopper, key, Api.address()), 409, "too-many-addresses");
        String one = Api.addresses(shopper).path("items[0].id");
        Api.removeAddress(shopper, one).then().statusCode(204);
        Api.addAddress(shopper, key, Api.address()).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "MISSING",
            value = {
                "recipient, MISSING",
                "recipient, '   '",
                "phone, call me",
                "line1, MISSING",
                "city, MISSING",
                "postcode, 1",
                "country, Korea",
                "country, kr",
                "planet, Mars"
            })
    void anAddressThatIsNotRightIsRefusedByField(String field, String value) {
        var answer = Api.addAddress(shopper, Api.key(), Api.address(field, value));

        problem(answer, 400, "invalid-body");
        answer.then().body("detail", containsString(field));
        Api.addresses(shopper).then().body("items", hasSize(0));
    }

    @Test
    void anAddressNeedsAKeyAndItsIdIsAUuid() {
        problem(
                Api.as(shopper).body(Api.address()).post("/api/v1/users/me/addresses"),
                400,
                "idempotency-key-required");
        problem(Api.removeAddress(shopper, "42"), 400, "invalid-parameter");
        problem(Api.removeAddress(shopper, UUID.randomUUID()), 404, "not-found");
    }

    @Test
    void someoneMetForTheFirstTimeCanAddAnAddress() {
        assertThat(Api.addAddress(Keycloak.token("olivia"), Api.key(), Api.address())
                        .statusCode())
                .isEqualTo(201);
    }
}
