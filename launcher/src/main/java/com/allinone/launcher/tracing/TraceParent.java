package com.allinone.launcher.tracing;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A W3C {@code traceparent}: which trace a request belongs to, and which span caused it.
 *
 * @param sampled whether the trace is kept, as whoever began it has decided
 */
public record TraceParent(String traceId, String spanId, boolean sampled) {
    /** Tells a client which trace its request became (W3C Trace Context, level 2). */
    public static final String RESPONSE_HEADER = "traceresponse";

    private static final Pattern FORMAT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_SPAN = "0".repeat(16);

    /** What a header says, if it is well-formed. */
    public static Optional<TraceParent> parse(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        var match = FORMAT.matcher(header);
        return match.matches()
                        && !match.group(1).equals(NO_TRACE)
                        && !match.group(2).equals(NO_SPAN)
                ? Optional.of(new TraceParent(match.group(1), match.group(2), sampled(match.group(3))))
                : Optional.empty();
    }

    /** The first span of a new trace, which is kept. */
    public static TraceParent fresh() {
        return new TraceParent(hex() + hex(), hex(), true);
    }

    /** Another span of the same trace. */
    public TraceParent child() {
        return new TraceParent(traceId, hex(), sampled);
    }

    public String text() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }

    private static boolean sampled(String flags) {
        return (Integer.parseInt(flags, 16) & 1) == 1;
    }

    private static String hex() {
        var number = ThreadLocalRandom.current().nextLong();
        return HexFormat.of().toHexDigits(number == 0 ? 1 : number);
    }
}
