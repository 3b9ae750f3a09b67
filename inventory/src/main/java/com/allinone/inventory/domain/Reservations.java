package com.allinone.inventory.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of every order that stock ever heard of.
 *
 * @param <T> an open transaction; nothing is read or written outside one
 */
public interface Reservations<T> {

    /** Locks what is known of the orders until the transaction ends, in the order of their ids. */
    List<Reservation> lock(T transaction, Collection<OrderId> orders);

    /**
     * Writes reservations that this transaction has locked or makes anew.
     *
     * @param traceparents the trace of each order, kept with a new reservation so that what is said of it later
     *     belongs to the order's trace
     */
    void write(T transaction, Collection<Reservation> reservations, Function<OrderId, @Nullable String> traceparents);

    /**
     * Holds that are due to be called overdue, earliest first; each is due again at {@code next}. Those that another
     * transaction has locked are left to it.
     */
    List<OverdueHold> overdue(T transaction, Instant now, Instant next, int most);

    /** A hold that has outlived its expiry, and the trace of its order. */
    record OverdueHold(
            StockAnswer.StockOverdue overdue, @Nullable String traceparent) {}
}
