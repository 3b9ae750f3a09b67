package com.allinone.launcher.sizing;

import com.allinone.launcher.home.Failure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The three files that everything is computed from.
 *
 * @param figures what was measured, with its source
 * @param prices what things cost, with their source and date
 * @param profiles the sizes that Terraform knows, smallest first
 */
public record SizingFiles(JsonNode figures, JsonNode prices, JsonNode profiles) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Profiles are those of the checkout, from the very file that Terraform reads. */
    public static SizingFiles of(Path checkout) {
        var sizes = checkout.resolve("terraform/sizes.json");
        if (!Files.exists(sizes)) {
            throw Failure.machine("There is no %s; ./shop size compares with the profiles in it.".formatted(sizes));
        }
        try {
            return new SizingFiles(
                    resource("figures.json"),
                    resource("prices.json"),
                    JSON.readTree(sizes.toFile()).path("profiles"));
        } catch (IOException failed) {
            throw Failure.machine("%s cannot be read: %s.".formatted(sizes, failed.getMessage()));
        }
    }

    /** The profile that is meant for most. */
    public Optional<String> largestProfile() {
        return profiles.properties().stream()
                .max(Comparator.comparingDouble(
                        each -> each.getValue().path("ordersPerSecond").asDouble()))
                .map(Map.Entry::getKey);
    }

    double figure(String name) {
        return number(figures.path(name), name);
    }

    double cpuMillis(String part) {
        return number(figures.path("cpuMillisPerOrder").path(part), "cpuMillisPerOrder." + part);
    }

    static double number(JsonNode node, String name) {
        if (!node.isNumber()) {
            throw Failure.machine("There is no number called " + name + " in the files of sizing.");
        }
        return node.asDouble();
    }

    private static JsonNode resource(String name) {
        try (var file = Objects.requireNonNull(SizingFiles.class.getResourceAsStream("/sizing/" + name), name)) {
            return JSON.readTree(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
