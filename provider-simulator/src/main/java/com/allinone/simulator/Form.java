package com.allinone.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A form-encoded page of named values, with Stripe's brackets for nesting: {@code metadata[order_id]=…}. */
record Form(Map<String, String> values) {

    static Form parse(String text) {
        var values = new LinkedHashMap<String, String>();
        for (var pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                var at = pair.indexOf('=');
                var name = at < 0 ? pair : pair.substring(0, at);
                values.put(
                        URLDecoder.decode(name, UTF_8), at < 0 ? "" : URLDecoder.decode(pair.substring(at + 1), UTF_8));
            }
        }
        return new Form(values);
    }

    String encode() {
        return values.entrySet().stream()
                .map(entry ->
                        URLEncoder.encode(entry.getKey(), UTF_8) + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return find(name).orElseThrow(() -> Refusal.missing(name));
    }

    long positive(String name) {
        return number(name, 1, 99_999_999L);
    }

    /** A time in seconds, or a count. */
    long count(String name) {
        return number(name, 0, 253_402_300_799L);
    }

    private long number(String name, long least, long most) {
        try {
            var number = Long.parseLong(required(name));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw Refusal.invalid("parameter_invalid_integer", "Invalid integer: " + name, notANumber);
        }
        throw Refusal.invalid(
                "parameter_invalid_integer", "This value must be between " + least + " and " + most + ": " + name);
    }

    /** The values named {@code prefix[inner]}, by their inner name. */
    Map<String, String> nested(String prefix) {
        var inner = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix + "[") && name.endsWith("]")) {
                inner.put(name.substring(prefix.length() + 1, name.length() - 1), value);
            }
        });
        return inner;
    }
}
