package com.allinone.catalog.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.catalog.domain.Bilingual;
import com.allinone.catalog.domain.CategoryId;
import com.allinone.catalog.domain.Picture;
import com.allinone.catalog.domain.Price;
import com.allinone.catalog.domain.Product;
import com.allinone.catalog.domain.ProductEvent;
import com.allinone.catalog.domain.SaleCurrency;
import com.allinone.catalog.domain.Sku;
import com.allinone.messaging.MessageJson;
import com.allinone.messaging.OutgoingMessage;
import com.allinone.messaging.testing.Contracts;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {

    static Stream<ProductEvent> events() {
        return Stream.of(
                new ProductEvent.Listed(product(1, Product.Status.LISTED)),
                new ProductEvent.Repriced(product(2, Product.Status.LISTED)),
                new ProductEvent.Retired(product(3, Product.Status.RETIRED)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyMessageMeetsItsSchema(ProductEvent event) {
        OutgoingMessage message = OutboxAnnouncements.message(event);

        assertThat(Contracts.violations("catalog", message.type(), message.body()))
                .isEmpty();
        assertThat(message.topic()).isEqualTo("catalog.events");
        assertThat(message.key()).isEqualTo("A23456789-123456789-123456789-12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"product.listed.v1", "product.repriced.v1", "product.retired.v1"})
    void everyExampleMeetsItsSchemaAndIsOneOfOurRecords(String type) {
        assertThat(Contracts.examples("catalog", type)).hasSizeGreaterThan(1).allSatisfy(example -> {
            assertThat(Contracts.violationsOfJson("catalog", type, example)).isEmpty();
            ProductSnapshot snapshot = MessageJson.read(example, ProductSnapshot.class);
            assertThat(Contracts.violations("catalog", type, snapshot)).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"product.listed.v1", "product.repriced.v1", "product.retired.v1"})
    void aSchemaRefusesWhatIsNotInIt(String type) {
        String example = Contracts.examples("catalog", type).getFirst();

        assertThat(Contracts.violationsOfJson("catalog", type, example.replaceFirst("\\{", "{\"surprise\": 1,")))
                .isNotEmpty();
        assertThat(Contracts.violationsOfJson("catalog", type, example.replaceFirst("\"sku\"", "\"scu\"")))
                .isNotEmpty();
    }

    private static Product product(long version, Product.Status status) {
        return new Product(
                new Sku("A23456789-123456789-123456789-12"),
                new Bilingual("컵".repeat(120), "🍵".repeat(120)),
                new Bilingual("설명", "Description"),
                new CategoryId("tea-and-coffee"),
                new Price(100_000_000, SaleCurrency.KRW),
                new Picture("https://images.allinone.example/products/a.webp"),
                status,
                version);
    }
}
