package com.allinone.launcher.processes;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a part runs.
 *
 * @param command the program and its arguments
 * @param environment added to the few variables that every part inherits
 * @param directory where it runs
 * @param version changes when the files that it runs change
 */
public record Program(List<String> command, Map<String, String> environment, Path directory, String version) {
    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Two programs with the same fingerprint are interchangeable, so a running one can be kept. */
    public String fingerprint() {
        var text = String.join("\n", command) + new TreeMap<>(environment) + directory + version;
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
