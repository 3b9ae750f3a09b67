package com.allinone.endtoend.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The passwords and keys that {@code ./shop} made up for this shop. */
public record Secrets(Path file) {

    public String get(String name) {
        Properties known = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            known.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String secret = known.getProperty(name);
        if (secret == null) {
            throw new IllegalStateException(file + " has no secret called " + name);
        }
        return secret;
    }
}
