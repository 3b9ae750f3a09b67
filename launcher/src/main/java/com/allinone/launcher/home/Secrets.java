package com.allinone.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords and keys of one shop: made at random when first asked for, readable by their owner only. */
public final class Secrets {
    private final Path file;
    private final Properties known = new Properties();
    private final SecureRandom random = new SecureRandom();

    public Secrets(Path directory) {
        this.file = directory.resolve("secrets.properties");
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                known.load(reader);
            } catch (IOException failed) {
                throw Failure.machine("Cannot read %s: %s.".formatted(file, failed.getMessage()));
            }
        }
    }

    /** The secret of that name, 32 hexadecimal digits after an optional prefix. */
    public synchronized String get(String name, String prefix) {
        var secret = known.getProperty(name);
        if (secret == null) {
            var bytes = new byte[16];
            random.nextBytes(bytes);
            secret = prefix + HexFormat.of().formatHex(bytes);
            known.setProperty(name, secret);
            save();
        }
        return secret;
    }

    public String get(String name) {
        return get(name, "");
    }

    private void save() {
        try {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createDirectories(file.getParent());
            var fresh = Files.createTempFile(file.getParent(), "secrets", ".new", ownerOnly);
            try (var writer = Files.newBufferedWriter(fresh)) {
                known.store(writer, "Made by ./shop for this machine only");
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
