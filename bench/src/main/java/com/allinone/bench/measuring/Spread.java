package com.allinone.bench.measuring;

import java.util.Collection;
import java.util.Locale;

/** The median of several rounds with what it lies between. */
public record Spread(double median, double min, double max) {
    /** Of at least one value; of an even number, the median is the mean of the middle two. */
    public static Spread of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing has no median");
        }
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        var median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast());
    }

    /** As in {@code 1,234 (1,200 to 1,300)}. */
    public String text(int decimals) {
        var number = "%,." + decimals + "f";
        return String.format(Locale.ROOT, number + " (" + number + " to " + number + ")", median, min, max);
    }
}
