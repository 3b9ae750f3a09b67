package com.allinone.endtoend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.endtoend.Story;
import com.allinone.endtoend.people.Client;
import com.allinone.endtoend.people.Operator;
import com.allinone.endtoend.people.Order;
import com.allinone.endtoend.people.Product;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One dead service stops nothing but its own work: catalog. */
@Story
class CatalogStoppedStory {

    private final Shop shop;

    CatalogStoppedStory(Shop shop) {
        this.shop = shop;
    }

    @AfterEach
    void startCatalogAgain() {
        shop.starts("catalog");
    }

    @Test
    void ordersAreStillPlacedAndReadWhileCatalogIsStopped() {
        Product product = Operator.signsIn(shop).stocks(5);
        Shopper shopper = Shopper.signsUp(shop);
        Order earlier = shopper.orders(product, 1);
        earlier.awaits("DELIVERY_READY");

        shop.stops("catalog");

        Client.of(shop.origin())
                .get("/api/v1/catalog/products/" + product.sku())
                .refusing(503, "upstream-unavailable");
        shopper.puts(product.sku(), 2);
        JsonNode placed = shopper.ordersTheCart(Shopper.GOOD_CARD).awaits("DELIVERY_READY");
        assertThat(placed.path("lines").path(0).path("name").path("ko").asText())
                .isEqualTo("이야기 속의 상품");
        assertThat(earlier.now().path("lines").path(0).path("picture").asText()).isNotBlank();
        assertThat(shopper.seesTheirOrders().path("items")).hasSize(2);
    }
}
