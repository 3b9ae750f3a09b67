package com.allinone.endtoend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.endtoend.Story;
import com.allinone.endtoend.people.Operator;
import com.allinone.endtoend.people.Order;
import com.allinone.endtoend.people.OrderStream;
import com.allinone.endtoend.people.Product;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Any service may die at any moment, and every order that was accepted comes to its end. */
@Story
class RestartStory {

    private static final Duration PATIENCE = Shop.DEADLINE.plusSeconds(30);
    private static final int PLENTY = 500;

    /** Those that no order waits for may go together. */
    static final List<List<String>> KILLED =
            List.of(List.of("order"), List.of("inventory"), List.of("payment"), List.of("catalog", "identity"));

    private final Shop shop;

    RestartStory(Shop shop) {
        this.shop = shop;
    }

    @ParameterizedTest
    @FieldSource("KILLED")
    void allOrdersFinishThoughServicesAreKilledInTheMiddleOfThem(List<String> services) {
        Operator operator = Operator.signsIn(shop);
        Product product = operator.stocks(PLENTY);
        Shopper shopper = Shopper.signsUp(shop);

        try (var stream = OrderStream.of(shopper, product)) {
            stream.awaitAccepted(5);
            services.forEach(shop::kills);
            shop.starts(services.toArray(String[]::new));
            stream.awaitAccepted(stream.accepted().size() + 5);
            stream.stop();

            for (Order order : stream.accepted()) {
                JsonNode end = order.ends(PATIENCE);
                assertThat(end.path("status").asText()).as(end.toString()).isEqualTo("DELIVERY_READY");
                assertThat(shop.provider().keptOf(order.id())).isEqualTo(product.amount());
            }
            assertThat(stream.accepted()).extracting(Order::id).doesNotHaveDuplicates();
            assertThat(operator.available(product))
                    .isEqualTo(PLENTY - stream.accepted().size());
        }
    }
}
