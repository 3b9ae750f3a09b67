package com.allinone.inventory.domain;

/**
 * Every adjustment that was made, for whoever asks later.
 *
 * @param <T> an open transaction
 */
public interface Adjustments<T> {

    void add(T transaction, Adjustment adjustment);
}
