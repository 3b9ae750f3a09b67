package com.allinone.chaos.proxying;

import java.time.Duration;

/** How it is on a link. */
public sealed interface Weather {
    /** Everything passes at once. */
    record Fair() implements Weather {}

    /** Every piece passes, but so late. */
    record Slow(Duration delay) implements Weather {}

    /** Connections stand and are taken, and nothing passes: a network that swallows packets. */
    record Hole() implements Weather {}

    /** Nobody is let in. */
    record Closed() implements Weather {}
}
