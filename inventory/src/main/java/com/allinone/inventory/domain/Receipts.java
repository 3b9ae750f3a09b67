package com.allinone.inventory.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * The deliveries that came in.
 *
 * @param <T> an open transaction
 */
public interface Receipts<T> {

    void add(T transaction, Receipt receipt);

    Optional<Receipt> find(T transaction, UUID id);
}
