package com.allinone.chaos.proxying;

/**
 * A way from one part to another that leads through a proxy.
 *
 * @param from who connects
 * @param to who is connected to
 * @param entrance the port on 127.0.0.1 where {@code from} connects
 * @param exit the port on 127.0.0.1 where the proxy connects to {@code to}
 */
public record Link(String from, String to, int entrance, int exit) {
    @Override
    public String toString() {
        return from + "→" + to;
    }
}
