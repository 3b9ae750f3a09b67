package com.allinone.launcher.parts;

import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks programs and copies what was built; a directory appears whole or not at all. */
final class Archives {
    /** Makes the content of an empty directory. */
    interface Filling {
        void into(Path directory) throws IOException;
    }

    private Archives() {}

    /** Makes the directory unless it is there; several shops may try at the same time. */
    static Path once(Path directory, Filling filling) {
        if (Files.isDirectory(directory)) {
            return directory;
        }
        var lock = Path.of(directory + ".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (held.isValid() && !Files.isDirectory(directory)) {
                var fresh = Path.of(directory + ".new");
                delete(fresh);
                Files.createDirectories(fresh);
                filling.into(fresh);
                Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
            }
            return directory;
        } catch (IOException failed) {
            throw Failure.machine("Cannot make %s: %s.".formatted(directory, failed.getMessage()));
        }
    }

    static void unzip(Path zip, Path into) throws IOException {
        try (var entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                var target = inside(into, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                }
            }
        }
    }

    static void untarXz(InputStream archive, Path into) throws IOException {
        try (var entries = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                place(entry, entries, inside(into, entry.getName()));
            }
        }
    }

    private static void place(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, false)) {
            throw new IOException(target + " cannot be made executable");
        }
    }

    /** Makes the copy equal to the original; files whose size and time are the same are not touched. */
    static void mirror(Path original, Path copy) {
        try {
            if (Files.isRegularFile(original)) {
                Files.createDirectories(copy.getParent());
                copyIfChanged(original, copy);
                return;
            }
            Files.createDirectories(copy);
            try (var old = Files.walk(copy)) {
                for (var file : old.sorted(Comparator.reverseOrder()).toList()) {
                    if (!Files.exists(original.resolve(copy.relativize(file).toString()))) {
                        Files.delete(file);
                    }
                }
            }
            try (var files = Files.walk(original)) {
                for (var file : files.toList()) {
                    copyIfChanged(file, copy.resolve(original.relativize(file).toString()));
                }
            }
        } catch (IOException failed) {
            throw Failure.machine("Cannot copy %s to %s: %s.".formatted(original, copy, failed.getMessage()));
        }
    }

    private static void copyIfChanged(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
        } else if (!Files.exists(to)
                || Files.size(from) != Files.size(to)
                || !Files.getLastModifiedTime(from).equals(Files.getLastModifiedTime(to))) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Path inside(Path directory, String name) throws IOException {
        var target = directory.resolve(name).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("The archive names a file outside of its directory: " + name);
        }
        return target;
    }
}
