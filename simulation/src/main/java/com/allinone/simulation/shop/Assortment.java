package com.allinone.simulation.shop;

import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.Money;
import com.allinone.order.domain.Name;
import com.allinone.order.domain.Product;
import com.allinone.order.placing.PlaceOrder;
import com.allinone.order.port.Carts;
import com.allinone.order.port.Products;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is for sale; the copies never change here, and nobody has a cart. */
final class Assortment {

    static final List<String> SKUS = List.of("BOWL-01", "CUP-02", "VASE-03");
    private static final Money PRICE = new Money(12_900, "KRW");

    static final Products PRODUCTS = new Products() {
        @Override
        public Map<String, Product> find(Transaction transaction, Collection<String> skus) {
            Map<String, Product> found = new HashMap<>();
            skus.forEach(sku -> found.put(sku, new Product(sku, 1, new Name("그릇", "Bowl"), PRICE, "bowl.jpg", true)));
            return found;
        }

        @Override
        public void keep(Transaction transaction, Collection<Product> products) {
            throw new IllegalStateException("Catalog does not take part");
        }
    };

    static final Carts NO_CARTS = new Carts() {
        @Override
        public List<Line> lines(Transaction transaction, UUID user) {
            return List.of();
        }

        @Override
        public void put(Transaction transaction, UUID user, Line line, Instant at) {
            throw new IllegalStateException("Nobody has a cart");
        }

        @Override
        public void remove(Transaction transaction, UUID user, String sku) {
            throw new IllegalStateException("Nobody has a cart");
        }

        @Override
        public void empty(Transaction transaction, UUID user) {
            throw new IllegalStateException("Nobody has a cart");
        }
    };

    private Assortment() {}

    static PlaceOrder.Line line(String sku, int quantity) {
        return new PlaceOrder.Line(sku, quantity, PRICE);
    }
}
