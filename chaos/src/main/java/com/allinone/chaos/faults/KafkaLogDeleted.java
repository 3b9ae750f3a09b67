package com.allinone.chaos.faults;

import com.allinone.chaos.shop.BrokenShop;
import com.allinone.chaos.shop.Wiring;
import com.allinone.launcher.parts.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Kafka comes back with nothing: no records, no offsets. The topics are made again, and every service publishes its
 * whole log once more. What was on the lost log is kept aside for the books.
 */
record KafkaLogDeleted() implements Fault {
    private static final String AGAIN = """
            insert into outbox_pending (position, recorded_at) select position, recorded_at from outbox
            on conflict do nothing""";

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
        shop.start(Wiring.KAFKA);
        var again = 0;
        for (var service : Service.NAMES) {
            again += shop.databases().update(service, AGAIN);
        }
        if (again == 0) {
            throw new WithoutEffect("there was nothing to publish again");
        }
        return "%d partitions lost, %d messages to publish again".formatted(files, again);
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
