package com.allinone.order.placing;

import com.allinone.http.json.Require;
import com.allinone.order.domain.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/orders}.
 *
 * @param lines 1 to 100, each SKU once; without them the cart is ordered
 * @param addressId where to, an address of the shopper
 * @param paymentMethod a token of the payment provider, as in {@code tok_visa}; never a card's number
 */
public record PlaceOrder(
        @Nullable List<Line> lines, @Nullable UUID addressId, String paymentMethod) {

    private static final int MOST_LINES = 100;
    private static final int MOST_OF_ONE = 1_000;
    private static final Pattern SKU = Pattern.compile("[A-Z0-9][A-Z0-9-]{2,31}");
    private static final Pattern TOKEN = Pattern.compile("(tok|pm)_[A-Za-z0-9_]{1,60}");

    public PlaceOrder {
        if (lines != null) {
            lines = List.copyOf(Require.sized("lines", lines, 1, MOST_LINES));
            Set<String> skus = new HashSet<>();
            lines.forEach(line -> {
                if (!skus.add(line.sku())) {
                    throw new IllegalArgumentException("lines has " + line.sku() + " twice; add up the quantities");
                }
            });
        }
        paymentMethod = Require.matching(
                "paymentMethod",
                paymentMethod,
                TOKEN,
                "a token of the payment provider, as in tok_visa; never send a card's number");
    }

    /**
     * What to buy.
     *
     * @param quantity 1 to 1,000
     * @param unitPrice the price that the shopper saw
     */
    public record Line(String sku, int quantity, Money unitPrice) {
        public Line {
            sku = Require.matching("sku", sku, SKU, "3 to 32 capital letters, digits and hyphens");
            Require.between("quantity", quantity, 1, MOST_OF_ONE);
            unitPrice = Require.present("unitPrice", unitPrice);
        }
    }
}
