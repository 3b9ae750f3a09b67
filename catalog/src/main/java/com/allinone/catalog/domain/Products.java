package com.allinone.catalog.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The products that the shop knows.
 *
 * @param <T> the open transaction that a call takes part in
 */
public interface Products<T> {

    /** The product, listed or retired. */
    Optional<Product> find(T transaction, Sku sku);

    /** The product, held so that nobody else changes it before the transaction ends. */
    Optional<Product> lock(T transaction, Sku sku);

    /** Listed products of one shelf or of all, in the order of their SKUs, beginning after one; at most {@code most}. */
    List<Product> page(T transaction, Optional<CategoryId> category, Optional<Sku> after, int most);

    /** Listed products that have every one of the words, the best match first; at most {@code limit}. */
    List<Product> search(T transaction, List<SearchWord> words, int limit);

    /** Adds those whose SKU is not taken; returns what was added. */
    Set<Sku> add(T transaction, Collection<Product> products);

    /** Writes a changed product over the one that was locked. */
    void replace(T transaction, Product product);

    /** Whether the shop has this shelf. */
    boolean has(T transaction, CategoryId category);

    /** All shelves, in the order of the shop window. */
    List<Category> categories(T transaction);
}
