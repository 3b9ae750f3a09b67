package com.allinone.inventory.storage;

import com.allinone.inventory.domain.Line;
import com.allinone.inventory.domain.OrderId;
import com.allinone.inventory.domain.ReportedStock;
import com.allinone.inventory.domain.ReportedStock.Entry;
import com.allinone.inventory.domain.Sku;
import com.allinone.inventory.domain.StockReport;
import com.allinone.inventory.domain.StockReports;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads reservations of a range of ids without locking them. */
@ApplicationScoped
class JdbcStockReports implements StockReports<Transaction> {

    private static final String RANGE = """
            with chosen as (
              select order_id, stage from reservation where order_id >= ? and order_id < ? order by order_id limit ?)
            select chosen.order_id, chosen.stage, line.sku, sum(line.quantity)::bigint as quantity
              from chosen
              left join reservation_line line
                on line.order_id = chosen.order_id and chosen.stage in ('HELD', 'ALLOCATED', 'SOLD')
             group by chosen.order_id, chosen.stage, line.sku
             order by chosen.order_id, line.sku""";

    @Override
    public ReportedStock answer(Transaction transaction, StockReport asked) {
        Map<OrderId, Entry> entries = new LinkedHashMap<>();
        transaction
                .sql(RANGE)
                .bind(asked.from().value())
                .bind(asked.until().value())
                .bind(ReportedStock.MOST + 1)
                .list(row -> {
                    OrderId order = new OrderId(row.uuid("order_id"));
                    String stage = row.text("stage");
                    Entry entry = entries.computeIfAbsent(order, id -> new Entry(id, stage, new ArrayList<>()));
                    String sku = row.textOrNull("sku");
                    return sku != null && entry.lines().add(new Line(new Sku(sku), row.number("quantity")));
                });
        return ReportedStock.of(asked, List.copyOf(entries.values()));
    }
}
