package com.allinone.catalog;

import com.allinone.http.problems.Problem;
import com.allinone.http.problems.Problems;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a caller sent as values of the domain; what cannot be one is a problem (400) that names its place. */
public final class Asked {

    private Asked() {}

    /** A field of the body; refused when it is missing. */
    public static <R, T> T field(String name, @Nullable R raw, Function<R, T> value) {
        if (raw == null) {
            throw Problems.invalidBody(name, "is missing");
        }
        return read(name, raw, value, Problems::invalidBody);
    }

    /** A path or query parameter; refused when it is missing. */
    public static <R, T> T parameter(String name, @Nullable R raw, Function<R, T> value) {
        if (raw == null) {
            throw Problems.invalidParameter(name, "is missing");
        }
        return read(name, raw, value, Problems::invalidParameter);
    }

    /** A query parameter that may be left out. */
    public static <R, T> Optional<T> optional(String name, @Nullable R raw, Function<R, T> value) {
        return Optional.ofNullable(raw).map(present -> parameter(name, present, value));
    }

    private static <R, T> T read(
            String name, R raw, Function<R, T> value, BiFunction<String, String, Problem> refusal) {
        try {
            return value.apply(raw);
        } catch (IllegalArgumentException e) {
            throw refusal.apply(name, String.valueOf(e.getMessage()));
        }
    }
}
