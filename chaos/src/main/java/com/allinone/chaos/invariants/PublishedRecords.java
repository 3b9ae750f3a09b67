package com.allinone.chaos.invariants;

import com.allinone.chaos.shop.BrokenShop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.Record;

/** Every record that the broker ever kept, read from its log's files: also of logs that were taken away since. */
final class PublishedRecords {
    private final List<Path> generations = new ArrayList<>();

    /** One record as far as it matters here. */
    record Published(UUID id, String key, String type) {}

    PublishedRecords(BrokenShop shop) throws IOException {
        try (var lost = Files.list(shop.lost())) {
            lost.sorted().forEach(generations::add);
        }
        generations.add(shop.kafkaLog());
    }

    int generations() {
        return generations.size();
    }

    /** Tells every record of the topic, partition by partition, the older log first, in their order. */
    void each(String topic, Consumer<Published> told) throws IOException {
        for (var generation : generations) {
            for (var partition : sorted(generation, topic + "-")) {
                for (var segment : sorted(partition, "")) {
                    if (segment.toString().endsWith(".log")) {
                        read(segment, told);
                    }
                }
            }
        }
    }

    private static List<Path> sorted(Path directory, String prefix) throws IOException {
        try (var content = Files.list(directory)) {
            return content.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    private static void read(Path segment, Consumer<Published> told) throws IOException {
        try (var records = FileRecords.open(segment.toFile(), false)) {
            for (var batch : records.batches()) {
                if (!batch.isControlBatch()) {
                    batch.forEach(record -> published(record).ifPresent(told));
                }
            }
        }
    }

    /** Nothing where it is none of ours: poison has no id, or one that is none. */
    private static Optional<Published> published(Record record) {
        try {
            return header(record, "ce_id")
                    .map(UUID::fromString)
                    .map(id -> new Published(
                            id, text(record.key()), header(record, "ce_type").orElse("")));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static Optional<String> header(Record record, String name) {
        return StreamSupport.stream(List.of(record.headers()).spliterator(), false)
                .filter(header -> header.key().equals(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .findFirst();
    }

    private static String text(ByteBuffer buffer) {
        return StandardCharsets.UTF_8.decode(buffer.duplicate()).toString();
    }
}
