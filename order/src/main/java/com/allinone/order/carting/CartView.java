package com.allinone.order.carting;

import com.allinone.order.domain.Money;
import com.allinone.order.domain.Name;
import com.allinone.order.domain.Product;
import com.allinone.order.port.Carts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cart as its shopper sees it. */
public record CartView(List<Line> lines) {

    static CartView of(List<Carts.Line> lines, Map<String, Product> products) {
        return new CartView(lines.stream()
                .map(line -> Line.of(line, products.get(line.sku())))
                .toList());
    }

    /**
     * A line of the cart.
     *
     * @param seenPrice the unit price when it was put there; the one that an order of the cart is placed at
     * @param currentPrice the unit price now; where it differs, put the line again to accept it
     * @param listed whether it can still be bought
     */
    public record Line(
            String sku,
            @Nullable Name name,
            int quantity,
            Money seenPrice,
            @Nullable Money currentPrice,
            boolean listed) {

        static Line of(Carts.Line line, @Nullable Product product) {
            return product == null
                    ? new Line(line.sku(), null, line.quantity(), line.seenPrice(), null, false)
                    : new Line(
                            line.sku(),
                            product.name(),
                            line.quantity(),
                            line.seenPrice(),
                            product.price(),
                            product.listed());
        }
    }
}
