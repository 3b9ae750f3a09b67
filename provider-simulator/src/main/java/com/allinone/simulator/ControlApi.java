package com.allinone.simulator;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** {@code /simulator/…}: what no real provider has: open books, a clock that can be moved, outages on command. */
final class ControlApi {
    private final Books books;
    private final VirtualClock clock;
    private final Weather weather;

    ControlApi(Books books, VirtualClock clock, Weather weather) {
        this.books = books;
        this.clock = clock;
        this.weather = weather;
    }

    Answer answer(String method, String command, Form form) {
        try {
            return switch (method + " " + command) {
                case "GET books" -> Answer.of(200, books.view());
                case "POST clock" -> advance(form.required("advance"));
                case "POST outage" -> outage(form.required("state"));
                case "POST burst" -> burst((int) form.positive("count"));
                default -> throw Refusal.unknown("command", command);
            };
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private Answer advance(String by) {
        try {
            clock.advance(Duration.parse(by));
            return Answer.of(200, Map.of("now", clock.now()));
        } catch (DateTimeParseException notADuration) {
            throw Refusal.invalid("parameter_invalid_string", "advance must be an ISO-8601 duration", notADuration);
        }
    }

    private Answer outage(String state) {
        weather.outage(state.equals("on"));
        return Answer.of(200, Map.of("outage", state.equals("on")));
    }

    private Answer burst(int count) {
        weather.burst(count);
        return Answer.of(200, Map.of("burst", count));
    }
}
