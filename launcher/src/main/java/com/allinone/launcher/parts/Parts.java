package com.allinone.launcher.parts;

import com.allinone.launcher.home.Failure;
import java.util.ArrayList;
import java.util.List;

/** All parts of a shop, in the order in which they start; they stop in the reverse order. */
public final class Parts {
    private final List<Part> parts;

    private Parts(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    public static Parts of(Site site) {
        var parts = new ArrayList<Part>(List.of(new Postgres(site), new Kafka(site), new Keycloak(site)));
        var jaeger = Jaeger.find(site).or(() -> DockerJaeger.find(site));
        jaeger.ifPresent(parts::add);
        parts.add(new Ingress(site, jaeger.isEmpty()));
        parts.add(new Simulator(site));
        Service.NAMES.stream()
                .filter(name -> Service.built(site.home(), name))
                .map(name -> new Service(site, name))
                .forEach(parts::add);
        if (jaeger.isEmpty()) {
            parts.add(new Zipkin(site));
        }
        return new Parts(parts);
    }

    /** Also those that would not be started today; something may still run that was started yesterday. */
    public static Parts everyKind(Site site) {
        var parts = new ArrayList<Part>(List.of(new Postgres(site), new Kafka(site), new Keycloak(site)));
        parts.add(new Jaeger(site, java.nio.file.Path.of(Jaeger.NAME)));
        parts.add(new Ingress(site, true));
        parts.add(new Simulator(site));
        Service.NAMES.forEach(name -> parts.add(new Service(site, name)));
        parts.add(new Zipkin(site));
        return new Parts(parts);
    }

    public List<Part> all() {
        return parts;
    }

    public List<Part> inStoppingOrder() {
        return parts.reversed();
    }

    public boolean has(String name) {
        return parts.stream().anyMatch(part -> part.name().equals(name));
    }

    public Part named(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.usage("There is no part called %s; there are %s."
                        .formatted(
                                name,
                                String.join(", ", parts.stream().map(Part::name).toList()))));
    }
}
