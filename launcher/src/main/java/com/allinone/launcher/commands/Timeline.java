package com.allinone.launcher.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Prints the steps of an order, each with the time since the one before. */
final class Timeline {
    private final PrintWriter out;
    private @Nullable Instant before;

    Timeline(PrintWriter out) {
        this.out = out;
    }

    void print(JsonNode entry) {
        var at = Instant.parse(entry.path("at").asText());
        var since = before == null ? Duration.ZERO : Duration.between(before, at);
        before = at;
        out.printf(
                "  %+7d ms  %-24s %s%n",
                since.toMillis(),
                entry.path("event").asText(),
                entry.path("status").asText());
        out.flush();
    }
}
