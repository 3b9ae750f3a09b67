package com.allinone.launcher.parts;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.processes.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Jaeger v2 with the configuration of the cluster, where its program is found on the PATH. */
public final class Jaeger implements Part {
    public static final String NAME = "jaeger";

    /** On one machine every trace is kept, and is there a few seconds after its last span. */
    static final Map<String, String> KEPT = Map.of("JAEGER_SHARE", "100", "JAEGER_WAIT", "5s");

    private final Site site;
    private final Path program;

    Jaeger(Site site, Path program) {
        this.site = site;
        this.program = program;
    }

    static Optional<Part> find(Site site) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .map(directory -> Path.of(directory, "jaeger"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Jaeger(site, program));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Integer> ports() {
        return List.of(site.ports().jaeger(), site.ports().otlp());
    }

    /** The directory that it writes to must be there. */
    @Override
    public void prepare() {
        try {
            Files.createDirectories(data());
        } catch (IOException failed) {
            throw Failure.machine("Cannot make %s: %s.".formatted(data(), failed.getMessage()));
        }
    }

    @Override
    public Program program() {
        var file = configuration(site);
        var command = List.of(program.toString(), "--config=" + file);
        return new Program(command, environment(), site.home().directory(), Service.version(file));
    }

    private Map<String, String> environment() {
        var ports = site.ports();
        var environment = new HashMap<>(KEPT);
        environment.put("JAEGER_HOST", "127.0.0.1");
        environment.put("JAEGER_DATA", data().toString());
        environment.put("JAEGER_PAGES", String.valueOf(ports.jaeger()));
        environment.put("JAEGER_QUERY", String.valueOf(ports.jaeger() - 1));
        environment.put("JAEGER_HEALTH", String.valueOf(ports.jaeger() - 2));
        environment.put("JAEGER_METRICS", String.valueOf(ports.jaeger() - 3));
        environment.put("JAEGER_OTLP", String.valueOf(ports.otlp()));
        environment.put("JAEGER_OTLP_GRPC", String.valueOf(ports.otlp() - 1));
        return environment;
    }

    @Override
    public boolean healthy() {
        return Probe.answers(site.ports().jaeger(), "/api/services");
    }

    private Path data() {
        return site.home().data("jaeger");
    }

    /** The cluster's own configuration, which the environment changes. */
    static Path configuration(Site site) {
        return site.home().checkout().resolve("charts/jaeger/config.yaml");
    }
}
