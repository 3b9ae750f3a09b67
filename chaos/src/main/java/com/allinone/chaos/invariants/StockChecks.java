package com.allinone.chaos.invariants;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every unit that came in is on a shelf, held, promised or sold, and those who have it are those who should. */
final class StockChecks {
    private static final String UNITS = """
            select l.sku, sum(l.quantity) as units from order_line l join orders o using (order_id)
             where o.status = any(string_to_array(?, ',')) group by l.sku""";
    private final Scene scene;

    StockChecks(Scene scene) {
        this.scene = scene;
    }

    List<Invariant> check() throws SQLException {
        var shelves = scene.shop().databases().number("inventory", "select count(*) from stock");
        return List.of(
                Invariant.of(
                        "every shelf adds up and none is negative",
                        scene.found("inventory", """
                        select sku || ' ' || warehouse from stock
                         where available + reserved + allocated + sold <> received - written_off
                            or least(available, reserved, allocated, sold, received, written_off) < 0"""),
                        shelves + " shelves"),
                Invariant.of(
                        "a shelf holds what its reservations say", scene.found("inventory", """
                        select s.sku || ' ' || s.warehouse from stock s
                          left join (select sku, warehouse,
                                            sum(quantity) filter (where stage = 'HELD') held,
                                            sum(quantity) filter (where stage = 'ALLOCATED') allocated,
                                            sum(quantity) filter (where stage = 'SOLD') sold
                                       from reservation_line join reservation using (order_id)
                                      group by sku, warehouse) r using (sku, warehouse)
                         where s.reserved <> coalesce(r.held, 0)
                            or s.allocated <> coalesce(r.allocated, 0)
                            or s.sold <> coalesce(r.sold, 0)"""), shelves + " shelves"),
                Invariant.of(
                        "what came in came in once",
                        Scene.differences(received(), told(), "the shelf", "its receipts"),
                        scene.received().size() + " SKUs"),
                Invariant.of(
                        "orders to deliver have their stock",
                        Scene.differences(units("DELIVERY_READY"), shelf("allocated"), "order", "inventory"),
                        "per SKU"),
                Invariant.of(
                        "shipped orders were sold their stock",
                        Scene.differences(units("SHIPPED,DELIVERED"), shelf("sold"), "order", "inventory"),
                        "per SKU"),
                Invariant.of("no hold is left", scene.found("inventory", """
                        select order_id::text from reservation where stage = 'HELD'"""), "reservations"));
    }

    private Map<String, Long> units(String statuses) throws SQLException {
        var units = new HashMap<String, Long>();
        scene.shop()
                .databases()
                .each("order", UNITS, row -> units.put(row.getString("sku"), row.getLong("units")), statuses);
        return units;
    }

    private Map<String, Long> shelf(String column) throws SQLException {
        return sums("select sku, sum(" + column + ") as units from stock group by sku");
    }

    private Map<String, Long> received() throws SQLException {
        return sums("select sku, sum(received) as units from stock group by sku");
    }

    private Map<String, Long> told() throws SQLException {
        return sums("select sku, sum(quantity) as units from receipt_line group by sku");
    }

    private Map<String, Long> sums(String query) throws SQLException {
        var sums = new HashMap<String, Long>();
        scene.shop().databases().each("inventory", query, row -> sums.put(row.getString("sku"), row.getLong("units")));
        return sums;
    }
}
