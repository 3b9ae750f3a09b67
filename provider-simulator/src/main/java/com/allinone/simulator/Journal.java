package com.allinone.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Appends what changed to a file, one form-encoded line each, so that a killed provider comes back with its books. */
final class Journal {
    private final @Nullable Path file;

    Journal(@Nullable Path file) {
        this.file = file;
    }

    List<Form> lines() {
        if (file == null || !Files.exists(file)) {
            return List.of();
        }
        try {
            var text = Files.readString(file, UTF_8);
            // A line that a kill cut short was never answered; it is dropped like the request that made it.
            var whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (whole.length() < text.length()) {
                Files.writeString(file, whole, UTF_8);
            }
            return whole.lines().map(Form::parse).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("SIMULATOR_STATE cannot be read: " + file, unreadable);
        }
    }

    synchronized void append(Form line) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, line.encode() + "\n", UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("SIMULATOR_STATE cannot be written: " + file, unwritable);
        }
    }
}
