package com.allinone.chaos.shop;

import com.allinone.chaos.proxying.Link;
import com.allinone.launcher.home.Ports;
import com.allinone.launcher.parts.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every way between two parts, each led through a port of its own. */
public final class Wiring {
    public static final String POSTGRES = "postgres";
    public static final String KAFKA = "kafka";
    public static final String KEYCLOAK = "keycloak";
    public static final String INGRESS = "ingress";
    public static final String PROVIDER = "provider-simulator";
    public static final String CLIENTS = "clients";
    /** The services that a second replica can be started of: the ones that carry an order. */
    public static final List<String> DOUBLED = List.of("order", "inventory", "payment");

    private static final int ENTRANCES = 8200;
    private static final int KAFKA_EXITS = 8260;
    private static final int REPLICA = 20;

    private final Ports ports;
    private final List<Link> links = new ArrayList<>();

    public Wiring(Ports ports) {
        this.ports = ports;
        for (var service : processes()) {
            add(service, POSTGRES, ports.postgres());
            add(service, KAFKA, ports.offset() + KAFKA_EXITS + links.size());
            add(service, KEYCLOAK, ports.keycloak());
            if (name(service).equals("payment")) {
                add(service, PROVIDER, ports.simulator());
            }
        }
        add(KEYCLOAK, POSTGRES, ports.postgres());
        Service.NAMES.forEach(service -> add(INGRESS, service, ports.service(service)));
        add(INGRESS, KEYCLOAK, ports.keycloak());
        add(PROVIDER, INGRESS, ports.ingress());
        add(CLIENTS, INGRESS, ports.ingress());
    }

    /** The processes of services: the five, and the second ones. */
    public static List<String> processes() {
        return Stream.concat(Service.NAMES.stream(), DOUBLED.stream().map(Wiring::second))
                .toList();
    }

    /** The process name of a service's second replica. */
    public static String second(String service) {
        return service + "-2";
    }

    /** The service that a process belongs to. */
    public static String name(String process) {
        return process.endsWith("-2") ? process.substring(0, process.length() - 2) : process;
    }

    public List<Link> links() {
        return List.copyOf(links);
    }

    /** Where {@code from} connects to reach {@code to}. */
    public int entrance(String from, String to) {
        return find(from, to).entrance();
    }

    /** Where a process of a service listens. */
    public int port(String process) {
        var service = name(process);
        return ports.service(service) + (service.equals(process) ? 0 : REPLICA);
    }

    private Link find(String from, String to) {
        return links.stream()
                .filter(link -> link.from().equals(from) && link.to().equals(to))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no way from " + from + " to " + to));
    }

    private void add(String from, String to, int exit) {
        links.add(new Link(from, to, ports.offset() + ENTRANCES + links.size(), exit));
    }
}
