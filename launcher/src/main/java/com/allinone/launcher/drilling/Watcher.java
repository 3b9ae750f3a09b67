package com.allinone.launcher.drilling;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Probe;
import com.allinone.launcher.parts.Service;
import com.allinone.launcher.parts.Site;
import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Prometheus of one drill: it scrapes the running shop every second and evaluates the platform's own alerts. */
public final class Watcher implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(20);
    private final Process process;
    private final JsonCalls api;

    private Watcher(Process process, JsonCalls api) {
        this.process = process;
        this.api = api;
    }

    /** Whether an alert is there, and whether it waits for its {@code for} or has fired. */
    public enum State {
        SILENT,
        PENDING,
        FIRING
    }

    public static Watcher start(Site site) throws IOException {
        var port = site.ports().prometheus();
        if (!Probe.free(port)) {
            throw Failure.machine("Port %d, which the drill's Prometheus needs, is taken.".formatted(port));
        }
        var data = site.home().data("drill");
        Files.createDirectories(data);
        var config = data.resolve("prometheus.yaml");
        Files.writeString(config, config(site));
        var log = site.home().log("drill");
        var process = new ProcessBuilder(
                        program().toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path="
                                + data.resolve("tsdb-" + ProcessHandle.current().pid()),
                        "--storage.tsdb.retention.time=1h",
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "watcher"));
        var watcher = new Watcher(process, JsonCalls.to("http://127.0.0.1:" + port));
        if (!Waiting.until(START, () -> !process.isAlive() || Probe.answers(port, "/-/ready")) || !process.isAlive()) {
            watcher.close();
            throw Failure.part("Prometheus did not start; why is in %s.".formatted(log));
        }
        return watcher;
    }

    public State state(String alert) throws IOException {
        var query = URLEncoder.encode("ALERTS{alertname=\"" + alert + "\"}", StandardCharsets.UTF_8);
        var found = api.get("/api/v1/query?query=" + query).body().path("data").path("result");
        var state = State.SILENT;
        for (var series : found) {
            if (series.path("metric").path("alertstate").asText().equals("firing")) {
                return State.FIRING;
            }
            state = State.PENDING;
        }
        return state;
    }

    /** How many of the shop's services it scrapes by now. */
    public long scraped() throws IOException {
        var query = URLEncoder.encode("sum(up)", StandardCharsets.UTF_8);
        var found = api.get("/api/v1/query?query=" + query).body().path("data").path("result");
        return found.path(0).path("value").path(1).asLong();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopNow) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String config(Site site) {
        var jobs = Service.NAMES.stream()
                .map(name ->
                        "  - {job_name: %s, metrics_path: /q/metrics, static_configs: [{targets: ['127.0.0.1:%d']}]}"
                                .formatted(name, site.ports().service(name)))
                .collect(Collectors.joining("\n"));
        return """
            global: {scrape_interval: 1s, evaluation_interval: 1s}
            rule_files: ['%s']
            scrape_configs:
            %s
            """.formatted(site.home().checkout().resolve("charts/observability/rules/alerts.yaml"), jobs);
    }

    /** On the PATH, or where the checks of the alerts have put one. */
    private static Path program() throws IOException {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        var onPath = Stream.of(path.split(File.pathSeparator)).map(directory -> Path.of(directory, "prometheus"));
        return Stream.concat(onPath, cached().stream())
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> Failure.machine("A drill needs Prometheus: put the program prometheus on the PATH"
                        + " (https://prometheus.io/download), or on Debian let .ci/alerts fetch it."));
    }

    private static List<Path> cached() throws IOException {
        var cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("allinone");
        if (!Files.isDirectory(cache)) {
            return List.of();
        }
        try (var found = Files.list(cache)) {
            return found.filter(each -> each.getFileName().toString().startsWith("prometheus-"))
                    .map(each -> each.resolve("usr/bin/prometheus"))
                    .toList();
        }
    }
}
