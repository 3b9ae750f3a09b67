package com.allinone.chaos.faults;

import com.allinone.chaos.shop.BrokenShop;
import com.allinone.chaos.shop.Wiring;
import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.demo.DemoUser;
import com.allinone.launcher.demo.SignIn;
import com.allinone.launcher.operating.MessageDesk;
import com.allinone.launcher.parts.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Kafka comes back with nothing: no records, no offsets. The operator has every service publish its whole log once more,
 * and the topics are made again. What was on the lost log is kept aside for the books.
 */
record KafkaLogDeleted() implements Fault {
    private static final Duration OPERATED = Duration.ofMinutes(2);
    private static final Duration EVERYTHING = Duration.ofDays(1);

    @Override
    public String kind() {
        return "kafka's log deleted, and republished";
    }

    @Override
    public String strike(BrokenShop shop, Random random) throws Exception {
        shop.kill(Wiring.KAFKA);
        var files = takeAway(shop);
        if (files == 0) {
            throw new WithoutEffect("kafka's log held nothing");
        }
        Pauses.between(random, 500, 2_000);
        // Before Kafka is there again, as docs/runbooks/outbox-lag.md wants it: what is new must leave after what was
        // lost.
        var again = new AtomicLong();
        if (!Pauses.until(OPERATED, () -> {
            again.set(republish(shop));
            return true;
        })) {
            throw new WithoutEffect("the operator could not have it published again");
        }
        // As the runbook has it, too: nobody has anything at hand any more.
        Pauses.between(random, 2_500, 4_000);
        shop.start(Wiring.KAFKA);
        if (again.get() == 0) {
            throw new WithoutEffect("there was nothing to publish again");
        }
        return "%d partitions lost, %d messages to publish again".formatted(files, again.get());
    }

    private static long republish(BrokenShop shop) {
        var calls = JsonCalls.to(shop.site().ports().origin());
        var operator = calls.as(new SignIn(calls).token(DemoUser.OPERATOR));
        var from = Clock.systemUTC().instant().minus(EVERYTHING);
        return Service.NAMES.stream()
                .mapToLong(
                        service -> MessageDesk.of(operator, service).republish(from, "Kafka lost its log", step -> {}))
                .sum();
    }

    /** Returns how many partitions went. */
    private static long takeAway(BrokenShop shop) throws IOException {
        var log = shop.kafkaLog();
        var aside = Files.createDirectories(shop.lost().resolve("%03d".formatted(count(shop.lost()))));
        var partitions = 0;
        try (var content = Files.list(log)) {
            for (var partition : content.filter(Files::isDirectory).toList()) {
                var name = partition.getFileName().toString();
                if (!name.startsWith("_")) {
                    copy(partition, aside.resolve(name));
                    partitions++;
                }
            }
        }
        try (var all = Files.walk(log)) {
            for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        return partitions;
    }

    private static long count(Path directory) throws IOException {
        try (var content = Files.list(directory)) {
            return content.count();
        }
    }

    /** The two may be on different file systems, so a directory cannot simply be moved. */
    private static void copy(Path partition, Path aside) throws IOException {
        Files.createDirectories(aside);
        try (var content = Files.list(partition)) {
            for (var file :
                    content.filter(path -> path.toString().endsWith(".log")).toList()) {
                Files.copy(file, aside.resolve(file.getFileName()));
            }
        }
    }
}
