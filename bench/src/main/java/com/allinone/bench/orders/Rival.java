package com.allinone.bench.orders;

import com.allinone.bench.beside.Peer;

/**
 * What the shop is measured beside, and how it is meant to compare.
 *
 * @param goal orders that the shop should reach for each unit of the peer's
 */
public record Rival(Peer.Start start, double goal) {
    public Rival {
        if (!(goal > 0)) {
            throw new IllegalArgumentException("A goal is above 0, and not " + goal);
        }
    }
}
