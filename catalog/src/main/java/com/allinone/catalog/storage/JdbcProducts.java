package com.allinone.catalog.storage;

import com.allinone.catalog.domain.Bilingual;
import com.allinone.catalog.domain.Category;
import com.allinone.catalog.domain.CategoryId;
import com.allinone.catalog.domain.Keystrokes;
import com.allinone.catalog.domain.Product;
import com.allinone.catalog.domain.Products;
import com.allinone.catalog.domain.SearchWord;
import com.allinone.catalog.domain.Sku;
import com.allinone.messaging.sql.Sql;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Products in the tables {@code product} and {@code category}. */
@ApplicationScoped
public class JdbcProducts implements Products<Transaction> {

    private static final String FIND = "select " + ProductRows.COLUMNS + " from product where sku = ?";
    private static final String PAGE =
            "select " + ProductRows.COLUMNS + " from product where status = 'LISTED' and sku > ? order by sku limit ?";
    private static final String SHELF = "select " + ProductRows.COLUMNS
            + " from product where status = 'LISTED' and category = ? and sku > ? order by sku limit ?";
    private static final String ADD = """
            insert into product (sku, name_ko, name_en, description_ko, description_en, category, amount, currency,
                                 picture, status, version, keys_ko, keys_en, listed_at, changed_at)
            select added.*, ?, ?
              from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as added
             order by 1
            on conflict (sku) do nothing
            returning sku""";
    private static final String REPLACE = """
            update product set amount = ?, currency = ?, status = ?, version = ?, changed_at = ?
             where sku = ? and version = ?""";
    private static final String CATEGORIES = """
            select category.id, category.name_ko, category.name_en, count(sku) as products
              from category left join product on product.category = category.id and status = 'LISTED'
             group by category.id order by position""";

    private final Clock clock;

    public JdbcProducts(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Product> find(Transaction transaction, Sku sku) {
        return transaction.sql(FIND).bind(sku.value()).first(ProductRows::read);
    }

    @Override
    public Optional<Product> lock(Transaction transaction, Sku sku) {
        return transaction.sql(FIND + " for update").bind(sku.value()).first(ProductRows::read);
    }

    @Override
    public List<Product> page(Transaction transaction, Optional<CategoryId> category, Optional<Sku> after, int most) {
        Sql sql = category.map(id -> transaction.sql(SHELF).bind(id.value())).orElseGet(() -> transaction.sql(PAGE));
        return sql.bind(after.map(Sku::value).orElse("")).bind(most).list(ProductRows::read);
    }

    @Override
    public List<Product> search(Transaction transaction, List<SearchWord> words, int limit) {
        return words.isEmpty() ? List.of() : Search.run(transaction, words, limit);
    }

    @Override
    public Set<Sku> add(Transaction transaction, Collection<Product> products) {
        Sql sql = transaction.sql(ADD).bind(clock.instant()).bind(clock.instant());
        text(sql, products, product -> product.sku().value());
        text(sql, products, product -> product.name().ko());
        text(sql, products, product -> product.name().en());
        text(sql, products, product -> product.description().ko());
        text(sql, products, product -> product.description().en());
        text(sql, products, product -> product.category().value());
        number(sql, products, product -> product.price().amount());
        text(sql, products, product -> product.price().currency().name());
        text(sql, products, product -> product.picture().address());
        text(sql, products, product -> product.status().name());
        number(sql, products, Product::version);
        text(sql, products, product -> Keystrokes.of(product.name().ko()));
        text(sql, products, product -> Keystrokes.of(product.name().en() + " " + product.sku()));
        return sql.list(row -> new Sku(row.text("sku"))).stream().collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void replace(Transaction transaction, Product product) {
        int replaced = transaction
                .sql(REPLACE)
                .bind(product.price().amount())
                .bind(product.price().currency().name())
                .bind(product.status().name())
                .bind(product.version())
                .bind(clock.instant())
                .bind(product.sku().value())
                .bind(product.version() - 1)
                .update();
        if (replaced != 1) {
            throw new IllegalStateException("Product " + product.sku() + " was not at version "
                    + (product.version() - 1) + " although it was locked");
        }
    }

    @Override
    public boolean has(Transaction transaction, CategoryId category) {
        return transaction
                .sql("select 1 from category where id = ?")
                .bind(category.value())
                .first(row -> true)
                .isPresent();
    }

    @Override
    public List<Category> categories(Transaction transaction) {
        return transaction
                .sql(CATEGORIES)
                .list(row -> new Category(
                        new CategoryId(row.text("id")),
                        new Bilingual(row.text("name_ko"), row.text("name_en")),
                        row.number("products")));
    }

    private static void text(Sql sql, Collection<Product> products, Function<Product, String> column) {
        sql.bindArray("text", products.stream().map(column).toList());
    }

    private static void number(Sql sql, Collection<Product> products, Function<Product, Long> column) {
        sql.bindArray("bigint", products.stream().map(column).toList());
    }
}
