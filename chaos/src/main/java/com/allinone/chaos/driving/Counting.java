package com.allinone.chaos.driving;

import java.util.concurrent.atomic.AtomicInteger;

/** Where the load is, for whoever looks on. */
public final class Counting {
    final AtomicInteger begun = new AtomicInteger();
    final AtomicInteger accepted = new AtomicInteger();
    final AtomicInteger refused = new AtomicInteger();
    final AtomicInteger unsure = new AtomicInteger();
    final AtomicInteger underWay = new AtomicInteger();

    public int begun() {
        return begun.get();
    }

    public int accepted() {
        return accepted.get();
    }

    public int underWay() {
        return underWay.get();
    }

    @Override
    public String toString() {
        return "%d orders sent, %d accepted, %d refused, %d answers missing, %d shoppers under way"
                .formatted(begun.get(), accepted.get(), refused.get(), unsure.get(), underWay.get());
    }
}
