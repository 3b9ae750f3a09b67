package com.allinone.catalog.browsing;

import com.allinone.catalog.domain.Product;
import com.allinone.catalog.domain.ProductEvent;
import com.allinone.catalog.domain.Sku;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Products as somebody saw them within the last second, 10,000 at most. However many look at the same one, the database
 * is asked about once a second: nobody waits for another's question, so that a database that does not answer holds nobody
 * up twice. What this process changes is forgotten with the commit; what another replica changes may be
 * seen a second late. A SKU that nobody has is asked about every time.
 */
@ApplicationScoped
class RecentProducts {

    static final Duration LONGEST = Duration.ofSeconds(1);
    static final int MOST = 10_000;

    private final Cache<Sku, Product> seen = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.<Sku, Product>creating((sku, product) -> LONGEST))
            .build();

    /**
     * The product.
     *
     * @param ask the database, when nobody has within the last second
     */
    Optional<Product> find(Sku sku, Function<Sku, Optional<Product>> ask) {
        Product known = seen.getIfPresent(sku);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Product> found = ask.apply(sku);
        found.ifPresent(product -> seen.put(sku, product));
        return found;
    }

    /** How many are remembered, once those beyond the bound are gone. */
    long size() {
        seen.cleanUp();
        return seen.estimatedSize();
    }

    void forget(@Observes ProductEvent change) {
        seen.invalidate(change.product().sku());
    }
}
