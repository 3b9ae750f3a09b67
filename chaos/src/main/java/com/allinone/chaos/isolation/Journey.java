package com.allinone.chaos.isolation;

import java.util.List;

/** What a shopper may be about to do, and which service's work that is. */
public enum Journey {
    BROWSE("catalog"),
    SEARCH("catalog"),
    VIEW_ORDER("order"),
    PLACE_ORDER("order"),
    CANCEL("order"),
    PROFILE("identity");

    private final String owner;

    Journey(String owner) {
        this.owner = owner;
    }

    /** The one service whose death may fail it. */
    public String owner() {
        return owner;
    }

    /** As it stands over a column. */
    public String title() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    static List<Journey> all() {
        return List.of(values());
    }
}
