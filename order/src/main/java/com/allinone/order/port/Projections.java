package com.allinone.order.port;

import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.OrderId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is read of orders, against what their events say. */
public interface Projections {

    /**
     * Builds the next {@code limit} orders in the order of their ids from their events, beside what is read, and
     * compares, all of one moment. The first thing that is done in its transaction.
     */
    Comparison compare(Transaction transaction, Optional<OrderId> after, int limit);

    /**
     * The same under the orders' locks, and replaces what differs with what their events say. Rows without events stay
     * as they are: the events are the truth, and there are none.
     */
    Comparison repair(Transaction transaction, Optional<OrderId> after, int limit);

    /**
     * What was found in a piece of the orders.
     *
     * @param events of those orders
     * @param last where the next piece begins; empty when this one was the last
     */
    record Comparison(int orders, int events, List<Difference> differences, Optional<OrderId> last) {
        public Comparison {
            differences = List.copyOf(differences);
        }

        /** How many of the orders differ. */
        public int differing() {
            return (int) differences.stream().map(Difference::order).distinct().count();
        }
    }

    /**
     * Something that is not what the events say.
     *
     * @param what a table, or a column of one, as in {@code orders.status}
     * @param stored what is read
     * @param rebuilt what the events say
     * @param mendable whether {@link #repair} can replace it
     */
    record Difference(
            OrderId order,
            String what,
            @Nullable String stored,
            @Nullable String rebuilt,
            boolean mendable) {}
}
