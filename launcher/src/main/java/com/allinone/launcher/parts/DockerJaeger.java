package com.allinone.launcher.parts;

import com.allinone.launcher.processes.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Jaeger v2 with the configuration of the cluster, in a container, where a Docker engine answers. */
final class DockerJaeger implements Part {
    private static final String IMAGE = "jaegertracing/jaeger:2.13.0";
    private static final String INSIDE = "/etc/jaeger/shop.yaml";
    private static final int PAGES = 16686;
    private static final int OTLP = 4318;
    private static final long PATIENCE_SECONDS = 5;
    private final Site site;

    DockerJaeger(Site site) {
        this.site = site;
    }

    static Optional<Part> find(Site site) {
        return engineAnswers() ? Optional.of(new DockerJaeger(site)) : Optional.empty();
    }

    @Override
    public String name() {
        return Jaeger.NAME;
    }

    @Override
    public List<Integer> ports() {
        return List.of(site.ports().jaeger(), site.ports().otlp());
    }

    /** A container that was left behind goes; the image is fetched once. */
    @Override
    public void prepare() {
        var script = "docker rm -f %s >/dev/null 2>&1; docker image inspect %s >/dev/null 2>&1 || docker pull %s"
                .formatted(container(), IMAGE, IMAGE);
        Tool.run(Jaeger.NAME, List.of("sh", "-c", script), Map.of(), site.home());
    }

    @Override
    public Program program() {
        var command = new ArrayList<>(List.of(
                "docker",
                "run",
                "--rm",
                "--user=0",
                "--name=" + container(),
                "--publish=127.0.0.1:%d:%d".formatted(site.ports().jaeger(), PAGES),
                "--publish=127.0.0.1:%d:%d".formatted(site.ports().otlp(), OTLP),
                "--volume=%s:%s:ro".formatted(Jaeger.configuration(site), INSIDE)));
        Jaeger.KEPT.forEach((name, value) -> command.add("--env=" + name + "=" + value));
        command.addAll(List.of(IMAGE, "--config=" + INSIDE));
        var version = Service.version(Jaeger.configuration(site));
        return new Program(command, Map.of(), site.home().directory(), version);
    }

    @Override
    public boolean healthy() {
        return Probe.answers(site.ports().jaeger(), "/api/services");
    }

    private String container() {
        return "allinone-jaeger-" + site.ports().jaeger();
    }

    private static boolean engineAnswers() {
        try {
            var process = new ProcessBuilder("docker", "version", "--format", "{{.Server.Version}}")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException noDocker) {
            return false;
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
