package com.allinone.bench.generating;

import java.util.List;
import java.util.SplittableRandom;

/**
 * What is ordered: one to five lines of different SKUs, every SKU as likely as any other.
 *
 * @param skus at least five
 * @param amount the price of each, minor units
 */
public record Assortment(List<String> skus, long amount, String currency) {
    static final int MOST_LINES = 5;

    public Assortment {
        skus = List.copyOf(skus);
        if (skus.size() < MOST_LINES) {
            throw new IllegalArgumentException("Orders have up to five lines, and there are only " + skus.size());
        }
    }

    /** The body of {@code POST /api/v1/orders}; the same for the same number. */
    public String order(long number) {
        var random = new SplittableRandom(number);
        var lines = 1 + random.nextInt(MOST_LINES);
        var first = random.nextInt(skus.size());
        // Steps that cannot come round before the last line.
        var step = 1 + random.nextInt(Math.max(1, skus.size() / MOST_LINES - 1));
        var body = new StringBuilder(128 * lines).append("{\"lines\":[");
        for (var line = 0; line < lines; line++) {
            body.append(line == 0 ? "" : ",")
                    .append("{\"sku\":\"")
                    .append(skus.get((first + line * step) % skus.size()))
                    .append("\",\"quantity\":1,\"unitPrice\":{\"amount\":")
                    .append(amount)
                    .append(",\"currency\":\"")
                    .append(currency)
                    .append("\"}}");
        }
        return body.append("],\"paymentMethod\":\"tok_visa\"}").toString();
    }
}
