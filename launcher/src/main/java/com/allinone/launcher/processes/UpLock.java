package com.allinone.launcher.processes;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.home.ShopHome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/** Only one command changes a shop at a time; the operating system frees the lock when its holder dies. */
public final class UpLock implements AutoCloseable {
    private final FileChannel channel;

    private UpLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock or says who holds it. */
    public static UpLock take(ShopHome home) {
        return attempt(home)
                .orElseThrow(() -> Failure.part("Another ./shop is at work in %s%s; stop it first or wait for it."
                        .formatted(
                                home.directory(),
                                holder(home)
                                        .map(pid -> " (pid " + pid.pid() + ")")
                                        .orElse(""))));
    }

    /** Takes the lock, first asking a {@code ./shop up} that holds it to stop everything and end. */
    public static UpLock takeOver(ShopHome home, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        var lock = attempt(home);
        if (lock.isEmpty()) {
            holder(home).ifPresent(ProcessHandle::destroy);
        }
        while (lock.isEmpty() && System.nanoTime() < end) {
            pause();
            lock = attempt(home);
        }
        return lock.orElseGet(() -> {
            holder(home).ifPresent(ProcessHandle::destroyForcibly);
            pause();
            return take(home);
        });
    }

    private static Optional<UpLock> attempt(ShopHome home) {
        try {
            var channel = FileChannel.open(file(home), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            var pid = Long.toString(ProcessHandle.current().pid());
            channel.write(StandardCharsets.UTF_8.encode(pid));
            return Optional.of(new UpLock(channel));
        } catch (IOException failed) {
            throw Failure.machine("Cannot write to %s: %s.".formatted(home.directory(), failed.getMessage()));
        }
    }

    private static Optional<ProcessHandle> holder(ShopHome home) {
        try {
            var pid = Files.readString(file(home)).strip();
            return pid.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
        } catch (IOException | NumberFormatException unknown) {
            return Optional.empty();
        }
    }

    private static Path file(ShopHome home) {
        return home.run().resolve("lock");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyFree) {
            // The operating system frees it with the process at the latest.
        }
    }
}
