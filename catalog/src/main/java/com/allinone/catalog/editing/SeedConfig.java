package com.allinone.catalog.editing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether an empty shop is filled. */
@ConfigMapping(prefix = "catalog")
public interface SeedConfig {

    /** Whether the products of {@code seed/products.json} that are missing are listed at the start. */
    @WithDefault("false")
    boolean seed();
}
