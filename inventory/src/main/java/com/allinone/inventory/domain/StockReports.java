package com.allinone.inventory.domain;

/**
 * Tells what is reserved, for comparing.
 *
 * @param <T> an open transaction
 */
public interface StockReports<T> {

    ReportedStock answer(T transaction, StockReport asked);
}
