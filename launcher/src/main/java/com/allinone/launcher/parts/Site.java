package com.allinone.launcher.parts;

import com.allinone.launcher.home.Ports;
import com.allinone.launcher.home.Secrets;
import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.processes.Processes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything that parts have in common.
 *
 * @param settings from {@code --set}: keys that start with a service's name become system properties of that service
 */
public record Site(ShopHome home, Ports ports, Secrets secrets, Map<String, String> settings) {
    public Site {
        settings = Map.copyOf(settings);
    }

    /** The java of the JDK that runs this very program. */
    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** The beginning of the command line of a part that runs on the JVM. */
    List<String> jvm(String part, int heapMiB, String... options) {
        var command = new ArrayList<>(List.of(
                java().toString(),
                "-D" + Processes.mark(home, part),
                "-Xmx" + heapMiB + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(List.of(options));
        return command;
    }
}
