package com.allinone.chaos.faults;

import com.allinone.chaos.shop.BrokenShop;
import com.allinone.chaos.shop.Signals;
import com.allinone.chaos.shop.Wiring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Random;

/** The disk of PostgreSQL or of Kafka is full for a while; then there is room again, and what died is started. */
record DiskFull(String part) implements Fault {
    private static final Duration NOTICED = Duration.ofSeconds(90);
    private static final String FULL = "No space left on device";

    @Override
    public String kind() {
        return "disk full for " + part;
    }

    @Override
    public String strike(BrokenShop shop, Random random) throws Exception {
        var disk = shop.disk(part);
        if (!disk.exists()) {
            throw new NotPossibleHere("a file system of its own cannot be mounted, which needs root");
        }
        var before = complaints(shop);
        var process = shop.process(part);
        try {
            disk.fill();
            if (!Pauses.until(NOTICED, () -> {
                press(shop);
                return complaints(shop) > before || !Signals.runs(process);
            })) {
                throw new WithoutEffect(part + " did not notice");
            }
            Pauses.between(random, 2_000, 5_000);
        } finally {
            disk.empty();
        }
        var died = !Signals.runs(process);
        if (!died && part.equals(Wiring.KAFKA)) {
            // A broker whose log has failed does not take it up again by itself.
            shop.kill(part);
        }
        shop.start(part);
        return died ? part + " died of it" : part + " lived on";
    }

    /** Whoever needs room meets the full disk; so that somebody does, also where little is written. */
    private void press(BrokenShop shop) {
        if (!part.equals(Wiring.POSTGRES)) {
            return;
        }
        try (var connection = shop.databases().connect("order");
                var statement = connection.createStatement()) {
            statement.execute("create temporary table big as select repeat('x', 1000) from generate_series(1, 20000)");
        } catch (java.sql.SQLException refused) {
            // What it met stands in the log.
        }
    }

    private long complaints(BrokenShop shop) throws IOException {
        try (var lines = Files.lines(shop.log(part), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains(FULL)).count();
        }
    }
}
