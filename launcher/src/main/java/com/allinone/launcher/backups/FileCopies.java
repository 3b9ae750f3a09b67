package com.allinone.launcher.backups;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Copies a server's files so that they are on the disk when it returns. */
final class FileCopies {
    private FileCopies() {}

    /**
     * Copies a tree. What disappears meanwhile is passed over: a server that runs deletes files, and its log says so.
     *
     * @param wanted asked with paths below {@code from}; a directory that is not wanted is made, and left empty
     */
    static void copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                var below = from.relativize(directory);
                Files.createDirectories(
                        to.resolve(below.toString()),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                return below.toString().isEmpty() || wanted.test(below)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var below = from.relativize(file);
                if (attributes.isRegularFile() && wanted.test(below)) {
                    copyFile(file, to.resolve(below.toString()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null && !(failure instanceof NoSuchFileException)) {
                    throw failure;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        sync();
    }

    /** Thousands of files at once are written out sooner than one after the other. */
    private static void sync() throws IOException {
        try {
            if (new ProcessBuilder("sync").start().waitFor() != 0) {
                throw new IOException("sync failed, so the copy may not be on the disk");
            }
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the copy was written to the disk", stopNow);
        }
    }

    private static void copyFile(Path from, Path to) throws IOException {
        try (var source = FileChannel.open(from, StandardOpenOption.READ);
                var target = FileChannel.open(
                        to,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            var position = 0L;
            // A file may grow while it is read; what comes after its size of now is in the log.
            var size = source.size();
            while (position < size) {
                var moved = source.transferTo(position, size - position, target);
                if (moved <= 0) {
                    break;
                }
                position += moved;
            }
        } catch (NoSuchFileException gone) {
            if (!from.toString().equals(gone.getFile())) {
                throw gone;
            }
            return;
        }
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
