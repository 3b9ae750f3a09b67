package com.allinone.catalog.publishing;

import static com.allinone.catalog.Shop.PRODUCTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.catalog.Shop;
import com.allinone.messaging.testing.Contracts;
import com.allinone.messaging.testing.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublishedTest {

    private static Topic topic;

    @BeforeAll
    static void listen() {
        topic = new Topic("catalog.events");
    }

    @AfterAll
    static void leave() {
        topic.close();
    }

    @Test
    void everyChangeReachesTheTopicInOrderAndMeetsItsSchema() {
        String sku = Shop.listedMug();
        Shop.reprice(sku, "\"1\"", 15_000).then().statusCode(200);
        Shop.retire(sku, "\"2\"").then().statusCode(200);

        topic.await(sku, "product.retired.v1");
        List<Topic.Seen> seen = topic.of(sku);

        assertThat(seen)
                .extracting(Topic.Seen::type)
                .containsExactly("product.listed.v1", "product.repriced.v1", "product.retired.v1");
        assertThat(seen)
                .extracting(message -> message.body().get("version").asInt())
                .containsExactly(1, 2, 3);
        assertThat(seen)
                .extracting(message -> message.body().get("amount").asInt())
                .containsExactly(18_900, 15_000, 15_000);
        assertThat(seen)
                .allSatisfy(message -> assertThat(Contracts.violationsOfJson(
                                "catalog", message.type(), message.body().toString()))
                        .isEmpty());
    }

    @Test
    void messagesAreCloudEventsInTheTraceOfTheRequest() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String sku = Shop.newSku("MUG");
        Shop.operator()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .body(Shop.mug(sku))
                .post(PRODUCTS)
                .then()
                .statusCode(201);

        Topic.Seen listed = topic.await(sku, "product.listed.v1");

        assertThat(listed.header("ce_specversion")).isEqualTo("1.0");
        assertThat(UUID.fromString(listed.header("ce_id")).version()).isEqualTo(7);
        assertThat(listed.header("ce_source")).isEqualTo("/catalog");
        assertThat(listed.header("ce_subject")).isEqualTo(sku);
        assertThat(listed.header("ce_time")).isNotEmpty();
        assertThat(listed.header("ce_dataschema")).contains("product.listed.v1");
        assertThat(listed.header("content-type")).isEqualTo("application/json");
        assertThat(listed.header("traceparent")).contains(trace);
    }

    @Test
    void whatChangesNothingIsNotPublished() {
        String sku = Shop.listedMug();
        Shop.reprice(sku, "\"1\"", 18_900).then().statusCode(200);
        Shop.isProblem(Shop.reprice(sku, "\"7\"", 1_000), 412, "stale-version");
        Shop.retire(sku, "\"1\"").then().statusCode(200);
        Shop.retire(sku, "\"2\"").then().statusCode(200);

        topic.await(sku, "product.retired.v1");

        assertThat(topic.of(sku))
                .extracting(Topic.Seen::type)
                .containsExactly("product.listed.v1", "product.retired.v1");
    }

    @Test
    void theSeedIsPublishedToo() {
        for (String sku : List.of("MUG-CELADON-01", "ONE-OF-ONE-01", "SOLD-OUT-01", "BAG-ROLLTOP-22L")) {
            assertThat(topic.await(sku, "product.listed.v1")
                            .body()
                            .get("version")
                            .asInt())
                    .isEqualTo(1);
        }
    }
}
