package com.allinone.launcher.parts;

import com.allinone.launcher.processes.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The one door of the shop; without Jaeger it also takes in the traces for Zipkin. */
public final class Ingress implements Part {
    public static final String NAME = "ingress";
    private final Site site;
    private final boolean takesTraces;
    private final Map<String, List<Integer>> replicas;

    public Ingress(Site site, boolean takesTraces) {
        this(site, takesTraces, Map.of());
    }

    private Ingress(Site site, boolean takesTraces, Map<String, List<Integer>> replicas) {
        this.site = site;
        this.takesTraces = takesTraces;
        this.replicas = new TreeMap<>(replicas);
    }

    /** The same door before services that have several replicas each: the ports of all of them, by service. */
    public Ingress before(Map<String, List<Integer>> replicas) {
        return new Ingress(site, takesTraces, replicas);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Integer> ports() {
        var ports = new ArrayList<>(List.of(site.ports().ingress()));
        if (takesTraces) {
            ports.add(site.ports().otlp());
        }
        return ports;
    }

    @Override
    public void prepare() {
        Launcher.copy(site.home());
    }

    @Override
    public Program program() {
        var command = site.jvm(
                NAME,
                96,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                Launcher.classPath(site.home()),
                "com.allinone.launcher.ingress.IngressProgram",
                String.valueOf(site.ports().offset()),
                takesTraces ? "bridge" : "no-bridge");
        replicas.forEach((service, ports) -> ports.forEach(port -> command.add(service + "=" + port)));
        var version = Service.version(Launcher.target(site.home()).resolve("launcher.jar"));
        return new Program(command, Map.of(), site.home().directory(), version);
    }

    @Override
    public boolean healthy() {
        return Probe.listens(site.ports().ingress())
                && (!takesTraces || Probe.listens(site.ports().otlp()));
    }
}
