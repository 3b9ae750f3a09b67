package com.allinone.launcher.home;

import java.net.URI;
import java.util.Optional;

/**
 * The ports of one shop, all on 127.0.0.1, all moved by the same offset so that several shops fit on one machine.
 *
 * @param offset added to every port, 0 to 40,000
 * @param door where people reach the shop when another door stands before its ingress, as in {@code https://shop.example}
 */
public record Ports(int offset, Optional<URI> door) {
    public Ports {
        if (offset < 0 || offset > 40_000) {
            throw Failure.usage("The port offset must be between 0 and 40000, but is " + offset + ".");
        }
        door.ifPresent(Ports::requireOrigin);
    }

    public Ports(int offset) {
        this(offset, Optional.empty());
    }

    public int ingress() {
        return 8080 + offset;
    }

    public int keycloak() {
        return 8081 + offset;
    }

    public int simulator() {
        return 8083 + offset;
    }

    /** Where the Prometheus of a drill listens. */
    public int prometheus() {
        return 9090 + offset;
    }

    public int zipkin() {
        return 9411 + offset;
    }

    public int otlp() {
        return 4318 + offset;
    }

    public int jaeger() {
        return 16_686 + offset;
    }

    public int postgres() {
        return 15_432 + offset;
    }

    public int kafka() {
        return 19_092 + offset;
    }

    public int kafkaController() {
        return 19_093 + offset;
    }

    public int service(String name) {
        return offset
                + switch (name) {
                    case "order" -> 8101;
                    case "inventory" -> 8102;
                    case "payment" -> 8103;
                    case "catalog" -> 8104;
                    case "identity" -> 8105;
                    default -> throw Failure.usage("There is no service called " + name + ".");
                };
    }

    /** Where this machine reaches everything: the ingress. */
    public String origin() {
        return "http://localhost:" + ingress();
    }

    /** Where people reach everything: what tokens name, and where Keycloak sends browsers back to. */
    public String publicOrigin() {
        return door.map(URI::toString).orElseGet(this::origin);
    }

    /** What {@code iss} says in every token. */
    public String issuer() {
        return publicOrigin() + "/auth/realms/allinone";
    }

    private static void requireOrigin(URI door) {
        var plain = ("http".equals(door.getScheme()) || "https".equals(door.getScheme()))
                && door.getHost() != null
                && door.equals(URI.create(door.getScheme() + "://" + door.getRawAuthority()));
        if (!plain) {
            throw Failure.usage(
                    "A door is a scheme and a host, as in https://shop.example, but this one is " + door + ".");
        }
    }
}
