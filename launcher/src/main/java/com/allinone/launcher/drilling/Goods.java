package com.allinone.launcher.drilling;

import com.allinone.launcher.demo.Ordering.Wish;

/** What drills buy. */
final class Goods {
    static final Wish MUG = new Wish("MUG-CELADON-01", 1, "tok_visa");

    private Goods() {}
}
