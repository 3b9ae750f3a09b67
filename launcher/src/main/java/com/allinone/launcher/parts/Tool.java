package com.allinone.launcher.parts;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.home.ShopHome;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Runs a program to its end, with its output in a log. */
final class Tool {
    private Tool() {}

    static void run(String name, List<String> command, Map<String, String> environment, ShopHome home) {
        var log = home.log(name);
        var builder = new ProcessBuilder(command)
                .directory(home.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            try {
                if (process.waitFor() != 0) {
                    throw Failure.part("%s failed; why is in %s.".formatted(name, log));
                }
            } catch (InterruptedException stopNow) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                throw Failure.part(name + " was interrupted.");
            }
        } catch (IOException failed) {
            throw Failure.machine("Cannot run %s: %s.".formatted(name, failed.getMessage()));
        }
    }
}
