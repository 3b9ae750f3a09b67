package com.allinone.endtoend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.endtoend.Story;
import com.allinone.endtoend.people.Operator;
import com.allinone.endtoend.people.Product;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Nobody pays a price that they have not seen. */
@Story
class PriceChangedStory {

    private final Operator operator;
    private final Shopper shopper;

    PriceChangedStory(Shop shop) {
        this.operator = Operator.signsIn(shop);
        this.shopper = Shopper.signsUp(shop);
    }

    @Test
    void aCartWhosePriceHasChangedIsRefusedWithBothPrices() {
        Product seen = operator.stocks(5);
        shopper.puts(seen.sku(), 1);
        Product current = operator.reprices(seen, 14_900);

        JsonNode problem = shopper.tries("{\"paymentMethod\": \"tok_visa\"}")
                .refusing(409, "price-changed")
                .json();

        JsonNode change = problem.path("prices").path(0);
        assertThat(change.path("sku").asText()).isEqualTo(seen.sku());
        assertThat(change.path("seen").path("amount").asLong()).isEqualTo(seen.amount());
        assertThat(change.path("current").path("amount").asLong()).isEqualTo(current.amount());
        assertThat(shopper.seesTheirOrders().path("items")).isEmpty();
    }

    @Test
    void theNewPriceIsAcceptedByPuttingTheProductInTheCartAgain() {
        Product seen = operator.stocks(5);
        shopper.puts(seen.sku(), 1);
        Product current = operator.reprices(seen, 9_900);

        shopper.puts(seen.sku(), 1);
        JsonNode order = shopper.ordersTheCart(Shopper.GOOD_CARD).awaits("DELIVERY_READY");

        assertThat(order.path("total").path("amount").asLong()).isEqualTo(current.amount());
    }
}
