package com.allinone.launcher.demo;

import com.allinone.launcher.calling.JsonCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The server-sent events of an order, used as a bell: whoever hears it looks at the order itself. */
final class OrderStream implements AutoCloseable {
    private static final Duration WITH_STREAM = Duration.ofSeconds(1);
    private static final Duration WITHOUT_STREAM = Duration.ofMillis(150);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private final Semaphore news = new Semaphore(0);
    private final Thread reader;
    private volatile boolean open = true;

    private OrderStream(JsonCalls shopper, String path) {
        this.reader = Thread.ofVirtual().start(() -> read(shopper, path));
    }

    static OrderStream open(JsonCalls shopper, String path) {
        return new OrderStream(shopper, path);
    }

    /** Returns at the next event; after a bound anyway, so that a broken stream only makes it coarser. */
    void awaitNews() throws IOException {
        var bound = open ? WITH_STREAM : WITHOUT_STREAM;
        try {
            if (news.tryAcquire(bound.toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopNow);
        }
    }

    private void read(JsonCalls shopper, String path) {
        var request = shopper.request(path)
                .header("Accept", "text/event-stream")
                .timeout(LONGEST)
                .build();
        try {
            var response = JsonCalls.send(request, HttpResponse.BodyHandlers.ofLines());
            try (var lines = response.body()) {
                lines.filter(line -> line.startsWith("data:")).forEach(line -> news.release());
            }
        } catch (IOException | UncheckedIOException broken) {
            // Polling goes on without it.
        } finally {
            open = false;
            news.release();
        }
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
