package com.allinone.chaos.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The clients' own memory of what they did. A line is on the disk before its request is sent, and another one before its
 * answer counts: whatever dies, it can be told afterwards what was promised to whom.
 */
public final class History implements AutoCloseable {
    private final FileChannel file;
    private final Clock clock;
    private final ConcurrentSkipListMap<Integer, Attempt> attempts = new ConcurrentSkipListMap<>();
    private final AtomicLong lines = new AtomicLong();

    public History(Path path, Clock clock) {
        this.clock = clock;
        try {
            this.file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Attempt begin(Attempt attempt) {
        attempts.put(attempt.number(), attempt);
        write("order", attempt, "key", attempt.key().toString());
        return attempt;
    }

    public void write(String event, Attempt attempt, String name, String value) {
        var line = JsonNodeFactory.instance
                .objectNode()
                .put("at", clock.instant().toString())
                .put("order", attempt.number())
                .put("event", event)
                .put(name, value);
        append(line.toString());
    }

    public Collection<Attempt> attempts() {
        return attempts.values();
    }

    public long lines() {
        return lines.get();
    }

    private synchronized void append(String line) {
        try {
            var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
            lines.incrementAndGet();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
