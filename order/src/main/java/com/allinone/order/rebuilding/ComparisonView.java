package com.allinone.order.rebuilding;

import com.allinone.order.port.Projections.Comparison;
import com.allinone.order.port.Projections.Difference;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of the orders looks like.
 *
 * @param orders how many were compared
 * @param events how many events they were built from
 * @param differing how many of the orders differ
 * @param repaired how many of those were replaced
 * @param differences the first 100
 * @param next where to go on; null at the end
 */
@RegisterForReflection
public record ComparisonView(
        int orders,
        int events,
        int differing,
        int repaired,
        List<Line> differences,
        @Nullable UUID next) {

    private static final int MOST = 100;

    static ComparisonView of(Comparison comparison, int repaired) {
        return new ComparisonView(
                comparison.orders(),
                comparison.events(),
                comparison.differing(),
                repaired,
                comparison.differences().stream().limit(MOST).map(Line::of).toList(),
                comparison.last().map(last -> last.value()).orElse(null));
    }

    /**
     * A difference.
     *
     * @param what a table or a column of one
     */
    @RegisterForReflection
    public record Line(
            UUID orderId,
            String what,
            @Nullable String stored,
            @Nullable String rebuilt) {

        static Line of(Difference difference) {
            return new Line(difference.order().value(), difference.what(), difference.stored(), difference.rebuilt());
        }
    }
}
