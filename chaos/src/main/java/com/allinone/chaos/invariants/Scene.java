package com.allinone.chaos.invariants;

import com.allinone.chaos.history.Attempt;
import com.allinone.chaos.shop.BrokenShop;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What there is to look at, once it is quiet.
 *
 * @param orders every order of the shop, by its id
 */
public record Scene(
        BrokenShop shop, Collection<Attempt> attempts, Map<UUID, Order> orders, Map<String, Integer> received) {
    private static final String ORDERS = """
            select o.order_id, o.status, o.amount, o.version, e.body->'order'->>'addressId' as address
              from orders o join order_event e on e.order_id = o.order_id and e.version = 1""";

    /** One order as {@code order} shows it. */
    public record Order(UUID id, String status, long amount, UUID address) {
        public boolean deliverable() {
            return List.of("DELIVERY_READY", "SHIPPED", "DELIVERED").contains(status);
        }

        public boolean cancelled() {
            return status.equals("CANCELLED");
        }
    }

    public static Scene look(BrokenShop shop, Collection<Attempt> attempts, Map<String, Integer> received)
            throws SQLException {
        var orders = new HashMap<UUID, Order>();
        shop.databases().each("order", ORDERS, row -> {
            var id = row.getObject("order_id", UUID.class);
            var address = UUID.fromString(row.getString("address"));
            orders.put(id, new Order(id, row.getString("status"), row.getLong("amount"), address));
        });
        return new Scene(shop, attempts, orders, received);
    }

    /** The violations that a query finds, one a row. */
    List<String> found(String database, String query) throws SQLException {
        return shop.databases().texts(database, query);
    }

    /** Two views of the same amounts, by what they are of: whatever differs, or stands in one only. */
    static <K> List<String> differences(Map<K, Long> one, Map<K, Long> other, String first, String second) {
        var different = new ArrayList<String>();
        one.forEach((key, value) -> {
            if (value.longValue() != other.getOrDefault(key, 0L)) {
                different.add(
                        "%s: %s says %d, %s says %d".formatted(key, first, value, second, other.getOrDefault(key, 0L)));
            }
        });
        other.forEach((key, value) -> {
            if (!one.containsKey(key) && value != 0) {
                different.add("%s: %s says nothing, %s says %d".formatted(key, first, second, value));
            }
        });
        return different;
    }
}
