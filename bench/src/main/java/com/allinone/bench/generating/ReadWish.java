package com.allinone.bench.generating;

import java.util.List;

/**
 * One round of reading.
 *
 * @param port on 127.0.0.1
 * @param paths asked for in turn, one or more
 * @param tokens of which each request bears one, or none where there are none
 * @param seconds after which nobody asks any more
 */
public record ReadWish(int port, List<String> paths, List<String> tokens, int seconds) {
    public ReadWish {
        paths = List.copyOf(paths);
        tokens = List.copyOf(tokens);
    }

    /** The same for another time. */
    public ReadWish lasting(int otherSeconds) {
        return new ReadWish(port, paths, tokens, otherSeconds);
    }
}
