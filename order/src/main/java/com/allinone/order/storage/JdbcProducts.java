package com.allinone.order.storage;

import static java.util.stream.Collectors.toMap;

import com.allinone.messaging.sql.Row;
import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.Money;
import com.allinone.order.domain.Name;
import com.allinone.order.domain.Product;
import com.allinone.order.port.Products;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** The copies in {@code product_copy}. */
@ApplicationScoped
public class JdbcProducts implements Products {

    private static final String FIND = """
            select sku, version, name_ko, name_en, amount, currency, picture, listed
              from product_copy where sku = any(?)""";
    private static final String KEEP = """
            insert into product_copy (sku, version, name_ko, name_en, amount, currency, picture, listed)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (sku) do update
               set version = excluded.version, name_ko = excluded.name_ko, name_en = excluded.name_en,
                   amount = excluded.amount, currency = excluded.currency, picture = excluded.picture,
                   listed = excluded.listed
             where product_copy.version < excluded.version""";

    @Override
    public Map<String, Product> find(Transaction transaction, Collection<String> skus) {
        return transaction.sql(FIND).bindArray("text", skus).list(JdbcProducts::product).stream()
                .collect(toMap(Product::sku, Function.identity()));
    }

    @Override
    public void keep(Transaction transaction, Collection<Product> products) {
        List<Product> newest = products.stream()
                .collect(toMap(
                        Product::sku,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparingLong(Product::version))))
                .values()
                .stream()
                .sorted(Comparator.comparing(Product::sku))
                .toList();
        transaction
                .sql(KEEP)
                .bindArray("text", newest.stream().map(Product::sku).toList())
                .bindArray("int8", newest.stream().map(Product::version).toList())
                .bindArray("text", newest.stream().map(each -> each.name().ko()).toList())
                .bindArray("text", newest.stream().map(each -> each.name().en()).toList())
                .bindArray(
                        "int8",
                        newest.stream().map(each -> each.price().amount()).toList())
                .bindArray(
                        "text",
                        newest.stream().map(each -> each.price().currency()).toList())
                .bindArray("text", newest.stream().map(Product::picture).toList())
                .bindArray("bool", newest.stream().map(Product::listed).toList())
                .update();
    }

    private static Product product(Row row) {
        return new Product(
                row.text("sku"),
                row.number("version"),
                new Name(row.text("name_ko"), row.text("name_en")),
                new Money(row.number("amount"), row.text("currency")),
                row.text("picture"),
                row.flag("listed"));
    }
}
