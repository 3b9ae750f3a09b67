package com.allinone.bench.generating;

import java.util.List;

/**
 * What the generator has to know of the shop.
 *
 * @param port on 127.0.0.1 that takes orders
 * @param bootstrapServers of Kafka, where it hears that orders are ready
 * @param tokens one of each shopper
 * @param sampled the share of requests whose trace is kept, as the edge decides in production
 */
public record Setting(int port, String bootstrapServers, List<String> tokens, Assortment assortment, double sampled) {
    public Setting {
        tokens = List.copyOf(tokens);
    }
}
