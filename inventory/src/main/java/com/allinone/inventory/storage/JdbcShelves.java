package com.allinone.inventory.storage;

import com.allinone.inventory.domain.Shelf;
import com.allinone.inventory.domain.ShelfId;
import com.allinone.inventory.domain.Shelves;
import com.allinone.inventory.domain.Sku;
import com.allinone.inventory.domain.Warehouse;
import com.allinone.messaging.sql.Row;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/** Shelves as rows of {@code stock}. Every way to lock them sorts by (sku, warehouse), so that nobody deadlocks. */
@ApplicationScoped
public class JdbcShelves implements Shelves<Transaction> {

    private static final String COLUMNS =
            "select sku, warehouse, received, written_off, available, reserved, allocated, sold, version from stock";
    private static final String OF_SKU = COLUMNS + " where sku = ? order by warehouse";
    private static final String LOCK_SKUS = COLUMNS + " where sku = any(?) order by sku, warehouse for update";
    private static final String LOCK_SHELVES =
            COLUMNS + " where (sku, warehouse) in (select * from unnest(?, ?)) order by sku, warehouse for update";
    private static final String MAKE = """
            insert into stock (sku, warehouse, received, written_off, available, reserved, allocated, sold, version)
            select sku, warehouse, 0, 0, 0, 0, 0, 0, 0 from unnest(?, ?) as made(sku, warehouse)
             order by sku collate "C", warehouse collate "C"
            on conflict do nothing""";
    private static final String WRITE = """
            update stock set received = new.received, written_off = new.written_off, available = new.available,
                   reserved = new.reserved, allocated = new.allocated, sold = new.sold, version = new.version
              from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                as new(sku, warehouse, received, written_off, available, reserved, allocated, sold, version)
             where stock.sku = new.sku and stock.warehouse = new.warehouse""";

    @Override
    public List<Shelf> of(Transaction transaction, Sku sku) {
        return transaction.sql(OF_SKU).bind(sku.value()).list(JdbcShelves::shelf);
    }

    @Override
    public List<Shelf> lock(Transaction transaction, Collection<Sku> skus) {
        if (skus.isEmpty()) {
            return List.of();
        }
        return transaction
                .sql(LOCK_SKUS)
                .bindArray("text", skus.stream().map(Sku::value).toList())
                .list(JdbcShelves::shelf);
    }

    @Override
    public List<Shelf> lockOrMake(Transaction transaction, Collection<ShelfId> shelves) {
        List<String> skus = shelves.stream().map(id -> id.sku().value()).toList();
        List<String> warehouses =
                shelves.stream().map(id -> id.warehouse().code()).toList();
        transaction
                .sql(MAKE)
                .bindArray("text", skus)
                .bindArray("text", warehouses)
                .update();
        return transaction
                .sql(LOCK_SHELVES)
                .bindArray("text", skus)
                .bindArray("text", warehouses)
                .list(JdbcShelves::shelf);
    }

    @Override
    public void write(Transaction transaction, Collection<Shelf> shelves) {
        if (shelves.isEmpty()) {
            return;
        }
        int written = transaction
                .sql(WRITE)
                .bindArray(
                        "text",
                        shelves.stream().map(shelf -> shelf.id().sku().value()).toList())
                .bindArray(
                        "text",
                        shelves.stream()
                                .map(shelf -> shelf.id().warehouse().code())
                                .toList())
                .bindArray("int8", numbers(shelves, Shelf::received))
                .bindArray("int8", numbers(shelves, Shelf::writtenOff))
                .bindArray("int8", numbers(shelves, Shelf::available))
                .bindArray("int8", numbers(shelves, Shelf::reserved))
                .bindArray("int8", numbers(shelves, Shelf::allocated))
                .bindArray("int8", numbers(shelves, Shelf::sold))
                .bindArray("int8", numbers(shelves, Shelf::version))
                .update();
        if (written != shelves.size()) {
            throw new IllegalStateException("Of " + shelves.size() + " locked shelves " + written + " were written");
        }
    }

    private static List<Long> numbers(Collection<Shelf> shelves, ToLongFunction<Shelf> number) {
        return shelves.stream().mapToLong(number).boxed().toList();
    }

    private static Shelf shelf(Row row) {
        return new Shelf(
                new ShelfId(new Sku(row.text("sku")), new Warehouse(row.text("warehouse"))),
                row.number("received"),
                row.number("written_off"),
                row.number("available"),
                row.number("reserved"),
                row.number("allocated"),
                row.number("sold"),
                row.number("version"));
    }
}
