package com.allinone.crashpoints;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code -javaagent:crash-points.jar=die=<point>;notes=<file>}: halts the process at that point, and notes it in that
 * file. {@code ;linger=<point>;millis=<n>} lets whoever passes that other point sleep there, as a thread may anywhere.
 */
public final class Agent {

    private Agent() {}

    public static void premain(String argument, Instrumentation instrumentation) {
        Map<String, String> settings = Arrays.stream(argument.split(";", -1))
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
        Halt.arm(Objects.requireNonNull(settings.get("die")), Path.of(Objects.requireNonNull(settings.get("notes"))));
        Halt.linger(
                settings.getOrDefault("linger", ""),
                Duration.ofMillis(Long.parseLong(settings.getOrDefault("millis", "0"))));
        instrumentation.addTransformer(new Arming());
    }

    private static final class Arming implements ClassFileTransformer {

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String name,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            if (loader == null || name == null || !name.startsWith("com/allinone/") || name.startsWith(OWN)) {
                return null;
            }
            try {
                return ArmedCode.of(bytes, loader).orElse(null);
            } catch (RuntimeException | Error defect) {
                // The JVM swallows what a transformer throws, and the service would run on unarmed.
                System.err.printf("Class %s could not be armed: %s%n", name, defect);
                Runtime.getRuntime().halt(1);
                return null;
            }
        }

        private static final String OWN = "com/allinone/crashpoints/";
    }
}
