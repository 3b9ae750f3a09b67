package com.allinone.catalog.domain;

/**
 * Tells everybody who listens what happened to a product; it is told if, and only if, the transaction commits.
 *
 * @param <T> the open transaction that a call takes part in
 */
public interface Announcements<T> {

    void announce(T transaction, ProductEvent event);
}
