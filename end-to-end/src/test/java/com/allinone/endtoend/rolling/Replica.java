package com.allinone.endtoend.rolling;

import com.allinone.launcher.parts.Probe;
import com.allinone.launcher.parts.Service;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.processes.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A process of a service that goes as the charts have it go: it says that it is not ready, and answers on for a while.
 *
 * @param number the place that it takes, and so the port on which it listens; in the first, it is the shop's own process
 */
record Replica(Site site, String service, int number) {

    /** Longer than the door takes to see it: it looks every half second. */
    static final int ANNOUNCED_SECONDS = 3;

    static final int PLACES = 2;
    private static final int PORTS_APART = 20;
    private static final int FINISHED_SECONDS = 20;

    /** Where each service may be heard. */
    static Map<String, List<Integer>> places(Site site) {
        Map<String, List<Integer>> places = new TreeMap<>();
        Service.NAMES.forEach(service -> places.put(
                service, List.of(new Replica(site, service, 1).port(), new Replica(site, service, PLACES).port())));
        return places;
    }

    String name() {
        return number == 1 ? service : service + "-" + number;
    }

    int port() {
        return site.ports().service(service) + (number - 1) * PORTS_APART;
    }

    Program program() {
        Program process = new Service(site, service).program(name(), port());
        Map<String, String> environment = new HashMap<>(process.environment());
        environment.put("QUARKUS_SHUTDOWN_DELAY", ANNOUNCED_SECONDS + "S");
        environment.put("QUARKUS_SHUTDOWN_TIMEOUT", FINISHED_SECONDS + "S");
        return new Program(process.command(), environment, process.directory(), process.version());
    }

    boolean isReady() {
        return Probe.answers(port(), "/q/health/ready");
    }
}
