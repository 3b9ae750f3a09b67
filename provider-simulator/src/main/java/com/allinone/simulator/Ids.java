package com.allinone.simulator;

import java.util.UUID;

/** Makes ids that look like the provider's: a prefix and something nobody guesses. */
final class Ids {
    private Ids() {}

    static String next(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }
}
