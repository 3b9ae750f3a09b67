package com.allinone.order.placing;

import com.allinone.http.problems.Problem;
import com.allinone.order.domain.Money;
import com.allinone.order.domain.Product;
import com.allinone.order.port.Carts;
import java.util.List;
import java.util.Map;

/** Why an order is not taken. */
final class Refusals {

    private Refusals() {}

    static Problem emptyCart() {
        return Problem.of(422, "empty-cart", "The cart is empty: put something in it, or send lines");
    }

    static Problem unknownProducts(List<String> skus) {
        return Problem.of(422, "unknown-product", "Not sold here: " + String.join(", ", skus))
                .with("skus", skus);
    }

    static Problem retiredProducts(List<String> skus) {
        return Problem.of(422, "product-retired", "No longer sold: " + String.join(", ", skus))
                .with("skus", skus);
    }

    static Problem mixedCurrencies(List<String> currencies) {
        return Problem.of(
                        422,
                        "mixed-currencies",
                        "One order is paid in one currency, this one has " + String.join(" and ", currencies)
                                + "; place one order for each")
                .with("currencies", currencies);
    }

    static Problem totalTooLarge() {
        return Problem.of(422, "total-too-large", "The total is more than one order may cost; place several");
    }

    static Problem pricesChanged(List<Carts.Line> lines, Map<String, Product> products) {
        List<Map<String, Object>> changes = lines.stream()
                .filter(line -> !current(line, products).equals(line.seenPrice()))
                .map(line -> Map.<String, Object>of(
                        "sku", line.sku(), "seen", line.seenPrice(), "current", current(line, products)))
                .toList();
        return Problem.of(
                        409,
                        "price-changed",
                        "A price has changed since you saw it; look at both prices and order again at the current one")
                .with("prices", changes);
    }

    static Money current(Carts.Line line, Map<String, Product> products) {
        Product product = products.get(line.sku());
        if (product == null) {
            throw new IllegalStateException(line.sku() + " was looked up and is not among the products");
        }
        return product.price();
    }
}
