package com.allinone.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory of one shop and the checkout that it is built from.
 *
 * @param checkout the root of the source tree
 * @param directory data, logs, pid files and secrets of this shop
 */
public record ShopHome(Path checkout, Path directory) {
    public static final String NAME = ".shop";
    private static final long ENOUGH_BYTES = 512L * 1024 * 1024;
    private static final long LEAST_BYTES = 16L * 1024 * 1024;

    public ShopHome {
        checkout = checkout.toAbsolutePath().normalize();
        directory = directory.toAbsolutePath().normalize();
    }

    public Path run() {
        return made(directory.resolve("run"));
    }

    public Path logs() {
        return made(directory.resolve("log"));
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** Where a part keeps what must survive a restart. */
    public Path data(String part) {
        return made(directory.resolve("data")).resolve(part);
    }

    /** Base backups, the log that was archived since, and what restores left behind. */
    public Path backups() {
        return made(directory).resolve("backup");
    }

    /** Copies of what was built, so that a build does not pull the jars from under a running part. */
    public Path applications() {
        return made(directory.resolve("app"));
    }

    /** Unpacked programs, shared by all shops of this checkout. */
    public Path programs() {
        return made(checkout.resolve(NAME).resolve("programs"));
    }

    /** Stops early, with a sentence, where parts would die of a full disk one by one. */
    public void requireFreeSpace() {
        if (freeBytes() < ENOUGH_BYTES) {
            throw Failure.machine("Only %d MiB are free on the disk of %s, and the shop needs at least %d MiB."
                    .formatted(freeBytes() >> 20, directory, ENOUGH_BYTES >> 20));
        }
    }

    /** Says that the disk is full where that is why something else failed. */
    public void requireSomeSpace() {
        if (freeBytes() < LEAST_BYTES) {
            throw Failure.machine("The disk of %s is full; free some space and try again.".formatted(directory));
        }
    }

    private long freeBytes() {
        try {
            return Files.getFileStore(run()).getUsableSpace();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException failed) {
            throw Failure.machine("Cannot write to %s: %s.".formatted(directory, failed.getMessage()));
        }
    }
}
