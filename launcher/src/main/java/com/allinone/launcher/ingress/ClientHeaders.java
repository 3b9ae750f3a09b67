package com.allinone.launcher.ingress;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Headers in which a client could pretend to be someone, or to come from somewhere, else. */
final class ClientHeaders {
    private static final Set<String> IDENTITY = Set.of("x-user-id", "x-user-roles", "x-remote-user", "remote-user");
    private static final List<String> PREFIXES = List.of("x-auth-", "x-forwarded-");
    private static final Set<String> ORIGIN = Set.of("forwarded", "x-real-ip", "x-original-url", "x-rewrite-url");

    private ClientHeaders() {}

    /** Removes what only the ingress may say, and says it. */
    static void replace(MultiMap headers, String remoteAddress, String host) {
        List.copyOf(headers.names()).stream().filter(ClientHeaders::isOurs).forEach(headers::remove);
        headers.remove("expect");
        headers.set("x-forwarded-for", remoteAddress);
        headers.set("x-forwarded-proto", "http");
        headers.set("x-forwarded-host", host);
    }

    /** Underscores too: some servers read {@code x_user_id} as {@code x-user-id}. */
    static boolean isOurs(String header) {
        var name = header.toLowerCase(Locale.ROOT).replace('_', '-');
        return IDENTITY.contains(name)
                || ORIGIN.contains(name)
                || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
