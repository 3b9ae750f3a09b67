package com.allinone.launcher.ingress;

import com.allinone.launcher.home.Ports;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which path is whose. Whatever is not listed does not exist outside. */
final class Routes {
    static final String DOCUMENTS = "/docs/openapi/";
    private static final Pattern SEPARATOR_OR_CONTROL = Pattern.compile("[/\\\\\\p{Cntrl}]");

    /** Requests below {@code prefix} go to {@code upstream}, in turn to each of its replicas, one or more ports. */
    record Route(String prefix, String upstream, List<Integer> ports) {
        Route {
            ports = List.copyOf(ports);
        }

        boolean covers(String path) {
            return path.equals(prefix) || path.startsWith(prefix + "/");
        }
    }

    private final Ports ports;
    private final Map<String, List<Integer>> detours;
    private final List<Route> routes;

    Routes(Ports ports) {
        this(ports, Map.of());
    }

    /** Routes of which some lead to other ports than the upstream's own: to a proxy before it, or to its replicas. */
    Routes(Ports ports, Map<String, List<Integer>> detours) {
        this.ports = ports;
        this.detours = Map.copyOf(detours);
        this.routes = List.of(
                service("/api/v1/catalog", "catalog"),
                service("/api/v1/order", "order"),
                service("/api/v1/orders", "order"),
                service("/api/v1/carts", "order"),
                service("/api/v1/inventory", "inventory"),
                service("/api/v1/payment", "payment"),
                service("/api/v1/users", "identity"),
                service("/api/v1/identity", "identity"),
                new Route("/auth", "keycloak", reached("keycloak", ports.keycloak())));
    }

    Optional<Route> find(String path) {
        return routes.stream().filter(route -> route.covers(path)).findFirst();
    }

    List<String> services() {
        return Stream.of("catalog", "order", "inventory", "payment", "identity").toList();
    }

    /** The route to a service's OpenAPI document, from {@code /docs/openapi/<service>}. */
    Optional<Route> findDocument(String path) {
        return services().stream()
                .filter(name -> path.equals(DOCUMENTS + name))
                .map(name -> service(path, name))
                .findFirst();
    }

    /**
     * Whether every upstream reads the path as this door does: with dot segments or encoded slashes a request for
     * {@code /api/v1/catalog/../../../q/health} would pass a door that looks at the beginning only.
     */
    static boolean isPlain(String path) {
        return path.startsWith("/")
                && !path.contains("\\")
                && Stream.of(path.substring(1).split("/", -1)).allMatch(Routes::isPlainSegment);
    }

    private static boolean isPlainSegment(String segment) {
        try {
            var decoded = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
            var name = decoded.split(";", 2)[0];
            return !name.equals(".")
                    && !name.equals("..")
                    && !SEPARATOR_OR_CONTROL.matcher(decoded).find();
        } catch (IllegalArgumentException badlyEncoded) {
            return false;
        }
    }

    private Route service(String prefix, String name) {
        return new Route(prefix, name, reached(name, ports.service(name)));
    }

    private List<Integer> reached(String upstream, int own) {
        return detours.getOrDefault(upstream, List.of(own));
    }
}
