package com.allinone.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the provider is told at its start.
 *
 * @param port where it listens on 127.0.0.1; 0 takes a free one
 * @param apiKey the only secret key it accepts
 * @param webhookUrl where events are delivered; nothing is delivered without it
 * @param webhookSecret what events are signed with
 * @param stateFile where the books are appended, so that a restart forgets nothing; without it they live in memory
 * @param slowness how long a slow card takes, and how late a late webhook comes
 */
public record SimulatorSettings(
        int port,
        String apiKey,
        @Nullable URI webhookUrl,
        String webhookSecret,
        @Nullable Path stateFile,
        Duration slowness) {

    public SimulatorSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("SIMULATOR_PORT must be between 0 and 65535, but is " + port);
        }
        if (slowness.isNegative() || slowness.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("SIMULATOR_SLOWNESS must be between PT0S and PT10M, but is " + slowness);
        }
    }

    static SimulatorSettings from(Map<String, String> environment) {
        return new SimulatorSettings(
                Integer.parseInt(environment.getOrDefault("SIMULATOR_PORT", "8083")),
                required(environment, "SIMULATOR_API_KEY"),
                optional(environment, "SIMULATOR_WEBHOOK_URL").map(URI::create).orElse(null),
                environment.getOrDefault("SIMULATOR_WEBHOOK_SECRET", ""),
                optional(environment, "SIMULATOR_STATE").map(Path::of).orElse(null),
                Duration.parse(environment.getOrDefault("SIMULATOR_SLOWNESS", "PT3S")));
    }

    private static String required(Map<String, String> environment, String name) {
        return optional(environment, name)
                .orElseThrow(() -> new IllegalArgumentException(name + " must be set: it is the key that clients use"));
    }

    private static Optional<String> optional(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
