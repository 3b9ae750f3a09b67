package com.allinone.launcher.backups;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.WalArchive;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The base backups of one shop, in directories of their own beside the archived log. */
public final class Backups {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "base-";
    private static final String FILES = "files";
    private static final String RECORD = "backup.json";
    /** A segment's name is its timeline, 8 digits, and its number, 16 digits. */
    private static final int TIMELINE = 8;

    private static final int NAME = 24;
    private final Path directory;

    public Backups(Path directory) {
        this.directory = directory;
    }

    /** All whole ones, the newest first. */
    public List<Backup> all() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var content = Files.list(directory)) {
            return content.filter(each -> each.getFileName().toString().startsWith(PREFIX))
                    .filter(each -> Files.exists(each.resolve(RECORD)))
                    .map(Backups::read)
                    .sorted(Comparator.comparing(Backup::endedAt).reversed())
                    .toList();
        } catch (IOException failed) {
            throw unreadable(directory, failed);
        }
    }

    /** The one to begin with on the way to a moment. */
    public Optional<Backup> before(Instant moment) {
        return all().stream()
                .filter(backup -> !backup.endedAt().isAfter(moment))
                .findFirst();
    }

    /** An empty place for the files of a new one. It is no backup before {@link #keep}. */
    Path begin(Instant now) throws IOException {
        var place = directory.resolve(PREFIX + now.toString().replaceAll("[^0-9TZ]", ""));
        FileCopies.delete(place);
        return Files.createDirectories(place).resolve(FILES);
    }

    Backup keep(Path files, String firstSegment, Instant endedAt) throws IOException {
        var place = files.resolveSibling(RECORD);
        var fresh = files.resolveSibling(RECORD + ".new");
        var record = JSON.createObjectNode().put("firstSegment", firstSegment).put("endedAt", endedAt.toString());
        Files.writeString(fresh, record.toPrettyString());
        Files.move(fresh, place);
        return new Backup(files, firstSegment, endedAt);
    }

    /**
     * Forgets all but the newest ones, what was never finished, and the log that none of those needs.
     *
     * @return how many were forgotten
     */
    public int keepOnly(int most, WalArchive archive) {
        var kept = all().stream().limit(most).toList();
        var gone = 0;
        try (var content = Files.list(directory)) {
            for (var place : content.filter(
                            each -> each.getFileName().toString().startsWith(PREFIX))
                    .toList()) {
                if (kept.stream().noneMatch(backup -> backup.directory().startsWith(place))) {
                    FileCopies.delete(place);
                    gone++;
                }
            }
            forgetBefore(kept, archive);
        } catch (IOException failed) {
            throw unreadable(directory, failed);
        }
        return gone;
    }

    /** A segment's number says how old it is, whatever its timeline. Timelines' histories are small and stay. */
    private static void forgetBefore(List<Backup> kept, WalArchive archive) throws IOException {
        var oldest = kept.stream()
                .map(backup -> backup.firstSegment().substring(TIMELINE))
                .min(Comparator.naturalOrder());
        if (oldest.isEmpty() || !archive.isOpen()) {
            return;
        }
        try (var segments = Files.list(archive.directory())) {
            for (var segment : segments.toList()) {
                var name = segment.getFileName().toString();
                if (name.matches("[0-9A-F]{24}.*")
                        && name.substring(TIMELINE, NAME).compareTo(oldest.get()) < 0) {
                    Files.delete(segment);
                }
            }
        }
    }

    private static Backup read(Path place) {
        try {
            var record = JSON.readTree(place.resolve(RECORD).toFile());
            return new Backup(
                    place.resolve(FILES),
                    record.path("firstSegment").asText(),
                    Instant.parse(record.path("endedAt").asText()));
        } catch (IOException | java.time.DateTimeException failed) {
            throw unreadable(place, failed);
        }
    }

    private static Failure unreadable(Path place, Exception failed) {
        return Failure.machine("%s cannot be read or written: %s.".formatted(place, failed.getMessage()));
    }
}
