package com.allinone.bench.profiling;

import com.allinone.bench.measuring.ProcessorTime;
import com.allinone.bench.shop.BenchShop;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.running.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A flame graph of all parts of a shop while something runs: each part is a tower, and a JVM's tower has its stacks in it.
 * Parts that are no JVM are as wide as their processor time, and hold nothing.
 */
public final class Profile {
    private final BenchShop shop;
    private final Progress progress;
    private final Path page;

    /**
     * A profile to be taken.
     *
     * @param page an HTML file, which is replaced
     */
    public Profile(BenchShop shop, Progress progress, Path page) {
        this.shop = shop;
        this.progress = progress;
        this.page = page.toAbsolutePath();
    }

    /** What is looked at. */
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException, InterruptedException;
    }

    /** Does the work once, under the profiler; what it measures then does not count. */
    public void of(String title, Work work) throws SQLException, InterruptedException {
        var home = shop.site().home();
        var directory = home.run().resolve("profile");
        var profiler = AsyncProfiler.unpacked(home.checkout().resolve("bench/target/profiler"), directory);
        var jvms = shop.jvms();
        jvms.values().forEach(profiler::start);
        var before = shop.processorMillis();
        work.run();
        var used = ProcessorTime.between(before, shop.processorMillis());
        try {
            var stacks = new ArrayList<String>();
            for (var jvm : jvms.entrySet()) {
                var file = directory.resolve(jvm.getKey() + ".collapsed");
                profiler.stop(jvm.getValue(), file);
                stacks.addAll(under(jvm.getKey(), Files.readAllLines(file)));
            }
            stacks.addAll(alone(used, jvms.keySet()));
            var all = Files.write(directory.resolve("all.collapsed"), stacks);
            profiler.draw(all, title, page);
        } catch (IOException failed) {
            throw Failure.machine("%s cannot be written: %s.".formatted(page, failed.getMessage()));
        }
        progress.part("profile", "%s is the flame graph of %s".formatted(page, title));
    }

    /** The stacks of a part, with the part as the lowest frame of each. */
    static List<String> under(String part, List<String> stacks) {
        return stacks.stream().map(stack -> part + ";" + stack).toList();
    }

    /** A stack for each part that was not looked into, seen as often as it would have been. */
    static List<String> alone(Map<String, Long> used, Set<String> looked) {
        return used.entrySet().stream()
                .filter(part -> !looked.contains(part.getKey()))
                .map(part -> Map.entry(part.getKey(), part.getValue() / AsyncProfiler.INTERVAL_MILLIS))
                .filter(part -> part.getValue() > 0)
                .map(part -> part.getKey() + " " + part.getValue())
                .sorted()
                .toList();
    }
}
