package com.allinone.bench.shop;

import com.allinone.launcher.parts.Part;
import com.allinone.launcher.parts.Probe;
import com.allinone.launcher.parts.Service;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.processes.Program;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One more process of a service, run as the launcher runs the first one, on a port of its own.
 *
 * @param number from 2 to {@link #MOST}
 */
public record Replica(Site site, String service, int number) implements Part {
    public static final int MOST = 4;
    private static final int PORTS_APART = 20;
    private static final int PATIENCE = 2;

    /** Of every service so many that there are this many processes of each. */
    public static List<Replica> upTo(Site site, int replicas) {
        return Service.NAMES.stream()
                .flatMap(service ->
                        IntStream.rangeClosed(2, replicas).mapToObj(number -> new Replica(site, service, number)))
                .toList();
    }

    static List<Part> every(Site site) {
        return List.copyOf(upTo(site, MOST));
    }

    /** Where all replicas of each service listen. */
    public static Map<String, List<Integer>> ports(Site site, int replicas) {
        var all = new TreeMap<String, List<Integer>>();
        Service.NAMES.forEach(service -> all.put(
                service,
                IntStream.rangeClosed(1, replicas)
                        .mapToObj(number -> port(site, service, number))
                        .toList()));
        return all;
    }

    private static int port(Site site, String service, int number) {
        return site.ports().service(service) + (number - 1) * PORTS_APART;
    }

    private Service first() {
        return new Service(site, service);
    }

    @Override
    public String name() {
        return service + "-" + number;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port(site, service, number));
    }

    @Override
    public Set<String> needs() {
        return first().needs();
    }

    @Override
    public Duration patience() {
        return first().patience().multipliedBy(PATIENCE);
    }

    @Override
    public boolean startsHeavily() {
        return true;
    }

    /** The first one has copied the application. */
    @Override
    public void prepare() {}

    @Override
    public Program program() {
        return first().program(name(), ports().getFirst());
    }

    @Override
    public boolean healthy() {
        return Probe.answers(ports().getFirst(), "/q/health/ready");
    }
}
