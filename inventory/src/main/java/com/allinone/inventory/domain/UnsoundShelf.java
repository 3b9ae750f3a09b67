package com.allinone.inventory.domain;

/** A shelf would not add up: units sold twice, or lost. The last guard before that is stored has held; code is wrong. */
public final class UnsoundShelf extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UnsoundShelf(String what) {
        super(what);
    }
}
