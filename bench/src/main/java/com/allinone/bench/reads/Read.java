package com.allinone.bench.reads;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Something that shoppers look at.
 *
 * @param name as in {@code product}
 * @param title for people
 * @param service who answers
 * @param paths asked for in turn
 * @param tokens of those who ask in turn; none where everybody may ask
 * @param statement what the text of the SQL statement that it runs holds, and no other statement's
 */
record Read(String name, String title, String service, List<String> paths, List<String> tokens, String statement) {
    private static final String PRODUCTS = "/api/v1/catalog/products";

    Read {
        paths = List.copyOf(paths);
        tokens = List.copyOf(tokens);
    }

    /** The first one has a goal; the others are told of. */
    static List<Read> all(int products, List<String> tokens) {
        var each = IntStream.range(0, products)
                .mapToObj(number -> PRODUCTS + "/BENCH-%04d".formatted(number))
                .toList();
        return List.of(
                new Read("product", "product by id", "catalog", each, List.of(), "from product where sku"),
                open("category", "category page", PRODUCTS + "?category=home", "and category ="),
                open("search", "search", PRODUCTS + "/search?q=042", "as asked"),
                new Read("my-orders", "my orders", "order", List.of("/api/v1/orders"), tokens, "where user_id ="));
    }

    private static Read open(String name, String title, String path, String statement) {
        return new Read(name, title, "catalog", List.of(path), List.of(), statement);
    }
}
