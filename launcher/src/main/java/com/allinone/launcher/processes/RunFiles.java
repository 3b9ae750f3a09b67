package com.allinone.launcher.processes;

import com.allinone.launcher.home.Failure;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The files {@code run/<part>.json}, one for each part that was started and not stopped. */
public final class RunFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUFFIX = ".json";
    private final Path directory;

    public RunFiles(Path directory) {
        this.directory = directory;
    }

    public Optional<RunningPart> find(String part) {
        return read(directory.resolve(part + SUFFIX));
    }

    public List<RunningPart> all() {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(RunFiles::read)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void write(RunningPart part) {
        try {
            var fresh = Files.createTempFile(directory, part.name(), ".new");
            Files.writeString(fresh, JSON.writeValueAsString(part));
            Files.move(
                    fresh,
                    directory.resolve(part.name() + SUFFIX),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw Failure.machine("Cannot write to %s: %s.".formatted(directory, failed.getMessage()));
        }
    }

    public void forget(String part) {
        try {
            Files.deleteIfExists(directory.resolve(part + SUFFIX));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** An unreadable file speaks of no process: the search by mark finds whatever it spoke of. */
    private static Optional<RunningPart> read(Path file) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), RunningPart.class));
        } catch (NoSuchFileException notRunning) {
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
