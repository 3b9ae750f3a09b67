package com.allinone.launcher.parts;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.processes.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Jaeger v2 in memory, where its program is found on the PATH. */
public final class Jaeger implements Part {
    public static final String NAME = "jaeger";
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

    @Override
    public void prepare() {
        write(configuration(), settings());
    }

    static void write(Path configuration, String settings) {
        try {
            Files.writeString(configuration, settings);
        } catch (IOException failed) {
            throw Failure.machine("Cannot write %s: %s.".formatted(configuration, failed.getMessage()));
        }
    }

    @Override
    public Program program() {
        var command = List.of(program.toString(), "--config=" + configuration());
        return new Program(command, Map.of(), site.home().directory(), settings());
    }

    @Override
    public boolean healthy() {
        return Probe.answers(site.ports().jaeger(), "/api/services");
    }

    private Path configuration() {
        return site.home().data("jaeger.yaml");
    }

    private String settings() {
        return settings("127.0.0.1", site.ports().jaeger(), site.ports().otlp());
    }

    /** Jaeger's own configuration: OTLP over HTTP in, kept in memory, its API and pages out. */
    static String settings(String host, int pages, int otlp) {
        return """
                service:
                  extensions: [jaeger_storage, jaeger_query]
                  pipelines:
                    traces: {receivers: [otlp], exporters: [jaeger_storage_exporter]}
                  telemetry:
                    metrics: {level: none}
                extensions:
                  jaeger_storage:
                    backends:
                      memory: {memory: {max_traces: 20000}}
                  jaeger_query:
                    storage: {traces: memory}
                    http: {endpoint: "%s:%d"}
                    grpc: {endpoint: "%s:%d"}
                receivers:
                  otlp: {protocols: {http: {endpoint: "%s:%d"}}}
                exporters:
                  jaeger_storage_exporter: {trace_storage: memory}
                """.formatted(host, pages, host, pages - 1, host, otlp);
    }
}
