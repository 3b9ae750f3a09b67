package com.allinone.bench.starting;

import com.allinone.bench.measuring.Spread;
import com.allinone.bench.reporting.Machine;
import com.allinone.bench.reporting.Result;
import com.allinone.bench.reporting.Table;
import com.allinone.bench.shop.BenchShop;
import com.allinone.bench.starting.Starts.Start;
import com.allinone.launcher.building.Build;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Kafka;
import com.allinone.launcher.parts.Postgres;
import com.allinone.launcher.parts.Service;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.processes.Processes;
import com.allinone.launcher.running.Progress;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The first 200 and the memory of each service: as it is built, with an AOT cache, and as an executable. */
public final class StartupRun {
    private static final String PLAIN = "fast-jar";
    private static final String CACHED = "AOT cache";
    private static final String NATIVE = "native";

    private final Site site;
    private final Progress progress;
    private final int rounds;
    private final boolean build;

    public StartupRun(Site site, Progress progress, int rounds, boolean build) {
        this.site = site;
        this.progress = progress;
        this.rounds = rounds;
        this.build = build;
    }

    public Result run() throws InterruptedException {
        if (build) {
            new Build(site.home(), Clock.systemUTC()).refresh(Service.NAMES, progress);
        }
        Map<String, Map<String, List<Start>>> all = new TreeMap<>();
        try (var _ = BenchShop.of(site, progress, List.of(new Postgres(site), new Kafka(site)))) {
            for (var name : Service.NAMES) {
                Starts.require(Service.built(site.home(), name), name);
                all.put(name, ofService(name));
            }
            return result(all);
        }
    }

    private Map<String, List<Start>> ofService(String name) throws InterruptedException {
        var service = new Service(site, name);
        service.prepare();
        var starts = new Starts(new Processes(site.home()), service);
        var cache = site.home().run().resolve(name + ".aot");
        // The database is migrated, and the cache written, before anything counts.
        starts.once(List.of("-XX:AOTCacheOutput=" + cache));
        var cached = cached(cache) ? List.of("-XX:AOTCache=" + cache) : List.<String>of();
        var executable = executable(name);
        Map<String, List<Start>> measured = new TreeMap<>();
        for (var round = 0; round < rounds; round++) {
            tell(name, PLAIN, starts.once(List.of()), measured);
            if (!cached.isEmpty()) {
                tell(name, CACHED, starts.once(cached), measured);
            }
            if (executable.isPresent()) {
                tell(name, NATIVE, starts.once(executable.get()), measured);
            }
        }
        return measured;
    }

    private void tell(String service, String how, Start start, Map<String, List<Start>> measured) {
        measured.computeIfAbsent(how, none -> new ArrayList<>()).add(start);
        progress.part(service, "%s: %.2f s, %d MiB".formatted(how, start.seconds(), start.bytes() >> 20));
    }

    private static boolean cached(Path cache) {
        try {
            return Files.exists(cache) && Files.size(cache) > 0;
        } catch (IOException failed) {
            throw Failure.machine("Cannot read %s: %s.".formatted(cache, failed.getMessage()));
        }
    }

    private Optional<Path> executable(String name) {
        var target = site.home().checkout().resolve(name).resolve("target");
        try (var files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-runner") && Files.isExecutable(file))
                    .findFirst();
        } catch (IOException notBuilt) {
            return Optional.empty();
        }
    }

    static Result result(Map<String, Map<String, List<Start>>> all) {
        var table = new Table("first 200, median (min to max)", "seconds", "MiB resident", "of fast-jar");
        var json = JsonNodeFactory.instance.objectNode().put("bench", "startup");
        json.set("machine", Machine.json());
        var services = json.putObject("services");
        var plain = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        all.forEach((service, hows) -> {
            var base = seconds(hows, PLAIN).median();
            plain.add(base);
            var node = services.putObject(service);
            hows.forEach((how, starts) -> {
                var seconds = seconds(hows, how);
                var memory = Spread.of(
                        starts.stream().map(start -> start.bytes() / 1048576.0).toList());
                table.row(
                        service + ", " + how,
                        seconds.text(2),
                        memory.text(0),
                        String.format(Locale.ROOT, "%.2f", seconds.median() / base));
                var one = node.putObject(how).put("seconds", seconds.median()).put("mebibytes", memory.median());
                var rounds = one.putArray("rounds");
                starts.forEach(start ->
                        rounds.addObject().put("seconds", start.seconds()).put("bytes", start.bytes()));
                if (how.equals(CACHED)) {
                    ratios.add(seconds.median() / base);
                }
            });
        });
        json.put("perSecond", 1 / Spread.of(plain).median());
        if (ratios.isEmpty()) {
            json.putNull("ratio");
        } else {
            json.put("ratio", Spread.of(ratios).median());
        }
        json.putNull("cpuMillisPerUnit");
        return new Result(Machine.line() + "\n\n" + table, json);
    }

    private static Spread seconds(Map<String, List<Start>> hows, String how) {
        return Spread.of(
                hows.getOrDefault(how, List.of()).stream().map(Start::seconds).toList());
    }
}
