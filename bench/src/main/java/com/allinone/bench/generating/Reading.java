package com.allinone.bench.generating;

import com.allinone.bench.measuring.Quantiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;

/**
 * One connection that always has the next request ready. Whoever is asked is never idle, so the rate is the most that it
 * answers; and every request costs the one who asks the same, whoever is asked.
 */
final class Reading implements ClosedLoop.Caller, AutoCloseable {
    private static final ClosedLoop LOOP = new ClosedLoop(Thread.ofPlatform().factory());
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String TRACE = "traceparent: 00-";
    private static final int TRACE_DIGITS = 32;
    private static final int SPAN_DIGITS = 16;
    private static final int OK = 200;

    private final HttpConnection connection;
    private final double sampled;
    private final List<byte[]> requests;
    private final SplittableRandom random;
    private final LongStream.Builder micros = LongStream.builder();
    private final Map<Integer, Long> refused = new TreeMap<>();
    private int next;
    private long answered;
    private long bytes;

    private Reading(ReadersSetting setting, ReadWish wish, int number) throws IOException {
        this.sampled = setting.sampled();
        this.random = new SplittableRandom(number);
        this.requests = requests(wish);
        this.next = random.nextInt(requests.size());
        this.connection = new HttpConnection(wish.port());
    }

    /** All connections side by side. */
    static ReadTold of(ReadersSetting setting, ReadWish wish)
            throws IOException, InterruptedException, ExecutionException {
        var all = new ArrayList<Reading>();
        try {
            for (var number = 0; number < setting.connections(); number++) {
                all.add(new Reading(setting, wish, number));
            }
            return told(all, LOOP.run(all, wish.seconds()));
        } finally {
            for (var reading : all) {
                reading.close();
            }
        }
    }

    private static ReadTold told(List<Reading> all, Finished finished) {
        var refused = new TreeMap<Integer, Long>();
        all.forEach(reading -> reading.refused.forEach((status, count) -> refused.merge(status, count, Long::sum)));
        return new ReadTold(
                all.stream().mapToLong(reading -> reading.answered).sum(),
                finished.seconds(),
                all.stream().mapToLong(reading -> reading.bytes).sum(),
                refused,
                Quantiles.ofMicros(all.stream()
                                .flatMapToLong(reading -> reading.micros.build())
                                .toArray())
                        .json());
    }

    @Override
    public void call() throws IOException {
        var request = requests.get(next);
        next = (next + 1) % requests.size();
        trace(request);
        var begun = System.nanoTime();
        connection.exchange(request);
        if (connection.status() == OK) {
            answered++;
            bytes += connection.bodyBytes();
            micros.add((System.nanoTime() - begun) / 1_000);
        } else {
            refused.merge(connection.status(), 1L, Long::sum);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    /** Everything but the trace is written beforehand; as many as there are paths or tokens, whichever are more. */
    static List<byte[]> requests(ReadWish wish) {
        var all = new ArrayList<byte[]>();
        for (var number = 0;
                number < Math.max(wish.paths().size(), wish.tokens().size());
                number++) {
            var text = new StringBuilder("GET ")
                    .append(wish.paths().get(number % wish.paths().size()))
                    .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n");
            if (!wish.tokens().isEmpty()) {
                text.append("Authorization: Bearer ")
                        .append(wish.tokens().get(number % wish.tokens().size()))
                        .append("\r\n");
            }
            text.append(TRACE)
                    .append("0".repeat(TRACE_DIGITS))
                    .append('-')
                    .append("0".repeat(SPAN_DIGITS))
                    .append("-00\r\n\r\n");
            all.add(text.toString().getBytes(StandardCharsets.US_ASCII));
        }
        return all;
    }

    /** A trace of its own for each request; the last of its digits says whether it is kept. */
    private void trace(byte[] request) {
        var kept = request.length - "\r\n\r\n".length() - 1;
        var span = kept - "-0".length() - SPAN_DIGITS;
        var trace = span - 1 - TRACE_DIGITS;
        request[kept] = (byte) (random.nextDouble() < sampled ? '1' : '0');
        digits(request, span);
        digits(request, trace);
        digits(request, trace + SPAN_DIGITS);
    }

    private void digits(byte[] request, int from) {
        var number = random.nextLong() | 1;
        for (var digit = 0; digit < SPAN_DIGITS; digit++) {
            request[from + digit] = HEX[(int) (number >>> (4 * digit)) & 0xf];
        }
    }
}
