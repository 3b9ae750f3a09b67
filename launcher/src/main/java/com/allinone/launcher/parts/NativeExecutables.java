package com.allinone.launcher.parts;

import com.allinone.launcher.home.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Services that run as native executables instead of on the JVM: {@code SHOP_NATIVE=order=/some/where/order-runner,…}. The
 * pipeline tries so what it would publish.
 */
record NativeExecutables(Map<String, Path> byService) {
    private static final String VARIABLE = "SHOP_NATIVE";

    NativeExecutables {
        byService = Map.copyOf(byService);
    }

    static NativeExecutables told() {
        return read(Optional.ofNullable(System.getenv(VARIABLE)).orElse(""));
    }

    static NativeExecutables read(String list) {
        var found = new TreeMap<String, Path>();
        for (var entry : list.split(",", -1)) {
            if (!entry.isBlank()) {
                var parts = entry.split("=", 2);
                if (parts.length != 2 || !Service.NAMES.contains(parts[0])) {
                    throw Failure.usage("%s names %s; an entry is a service (%s), = and its executable."
                            .formatted(VARIABLE, entry, String.join(", ", Service.NAMES)));
                }
                var executable = Path.of(parts[1]).toAbsolutePath();
                if (!Files.isExecutable(executable)) {
                    throw Failure.usage(
                            "%s names %s for %s, which cannot be executed.".formatted(VARIABLE, executable, parts[0]));
                }
                found.put(parts[0], executable);
            }
        }
        return new NativeExecutables(found);
    }

    Optional<Path> of(String service) {
        return Optional.ofNullable(byService.get(service));
    }
}
