package com.allinone.bench.starting;

import com.allinone.bench.measuring.ProcessorTime;
import com.allinone.bench.reporting.Machine;
import com.allinone.bench.reporting.Result;
import com.allinone.bench.reporting.Table;
import com.allinone.bench.shop.BenchShop;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.processes.Memory;
import com.allinone.launcher.running.Progress;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What a whole shop holds and uses while nobody comes. */
public final class FootprintRun {
    private final Site site;
    private final Progress progress;
    private final int idleSeconds;
    private final int seconds;
    private final boolean build;

    /**
     * A run.
     *
     * @param idleSeconds before anything is measured
     * @param seconds that are measured
     */
    public FootprintRun(Site site, Progress progress, int idleSeconds, int seconds, boolean build) {
        this.site = site;
        this.progress = progress;
        this.idleSeconds = idleSeconds;
        this.seconds = seconds;
        this.build = build;
    }

    /** One part while idle. */
    record Idle(long bytes, long cpuMillis) {}

    public Result run() throws InterruptedException {
        try (var shop = BenchShop.whole(site, progress, build)) {
            progress.part("bench", "idle for %d s".formatted(idleSeconds));
            TimeUnit.SECONDS.sleep(idleSeconds);
            var before = shop.processorMillis();
            TimeUnit.SECONDS.sleep(seconds);
            var parts = new TreeMap<String, Idle>();
            ProcessorTime.between(before, shop.processorMillis())
                    .forEach((part, millis) -> parts.put(part, new Idle(Memory.of(shop.process(part)), millis)));
            return result(parts, idleSeconds, seconds);
        }
    }

    static Result result(Map<String, Idle> parts, int idleSeconds, int seconds) {
        var table = new Table("idle", "MiB", "% of a core");
        parts.forEach((part, idle) -> table.row(part, mebibytes(idle.bytes()), percent(idle.cpuMillis(), seconds)));
        var bytes = parts.values().stream().mapToLong(Idle::bytes).sum();
        var millis = parts.values().stream().mapToLong(Idle::cpuMillis).sum();
        table.row("all", mebibytes(bytes), percent(millis, seconds));
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("bench", "footprint")
                .putNull("perSecond")
                .putNull("ratio")
                .putNull("cpuMillisPerUnit")
                .put("bytes", bytes)
                .put("cores", millis / 1_000.0 / seconds)
                .put("idleSeconds", idleSeconds)
                .put("seconds", seconds);
        json.set("machine", Machine.json());
        var all = json.putObject("parts");
        parts.forEach(
                (part, idle) -> all.putObject(part).put("bytes", idle.bytes()).put("cpuMillis", idle.cpuMillis()));
        var text = "After %d idle seconds, over %d more.".formatted(idleSeconds, seconds);
        return new Result(Machine.line() + "\n\n" + table + "\n" + text, json);
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%,d", bytes >> 20);
    }

    private static String percent(long millis, int seconds) {
        return String.format(Locale.ROOT, "%.2f", millis / 10.0 / seconds);
    }
}
