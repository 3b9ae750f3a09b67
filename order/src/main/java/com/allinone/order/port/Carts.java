package com.allinone.order.port;

import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The shoppers' carts. */
public interface Carts {

    /** The lines of a cart in the order in which they were put there. */
    List<Line> lines(Transaction transaction, UUID user);

    /** Puts a line, or replaces that of the same SKU. */
    void put(Transaction transaction, UUID user, Line line, Instant at);

    void remove(Transaction transaction, UUID user, String sku);

    void empty(Transaction transaction, UUID user);

    /**
     * A line of a cart.
     *
     * @param seenPrice the unit price that the shopper saw when it was put there
     */
    record Line(String sku, int quantity, Money seenPrice) {}
}
