package com.allinone.chaos.shop;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.home.ShopHome;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A file system of its own for the data of one part, made in a sparse file, so that its disk can be full while every
 * other has room. Needs root; without it the part's data stay where they are and the disk cannot be filled.
 */
public final class Disk {
    private static final String BALLOON = "balloon";
    private final Path mountPoint;
    private final boolean mounted;

    private Disk(Path mountPoint, boolean mounted) {
        this.mountPoint = mountPoint;
        this.mounted = mounted;
    }

    /** Gives the data directory of that part a file system of so many GiB; what is in it moves there. */
    static Disk under(ShopHome home, String part, int gibibytes) {
        var data = home.data(part);
        var image = home.directory().resolve("disk").resolve(part + ".img");
        var aside = data.resolveSibling(part + ".aside");
        try {
            Files.createDirectories(image.getParent());
            try (var file = new RandomAccessFile(image.toFile(), "rw")) {
                file.setLength((long) gibibytes << 30);
            }
            if (run("mkfs.ext4", "-q", "-m", "0", "-F", image.toString()) != 0) {
                return new Disk(data, false);
            }
            Files.move(data, aside, StandardCopyOption.REPLACE_EXISTING);
            Files.createDirectories(data);
            if (run("mount", "-o", "loop", image.toString(), data.toString()) != 0) {
                Files.delete(data);
                Files.move(aside, data);
                return new Disk(data, false);
            }
            Files.deleteIfExists(data.resolve("lost+found"));
            if (run("cp", "-a", aside + "/.", data.toString()) != 0 || run("rm", "-r", aside.toString()) != 0) {
                throw Failure.machine("The data of %s could not be moved to a file system of its own.".formatted(part));
            }
            Files.setPosixFilePermissions(data, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
            return new Disk(data, true);
        } catch (IOException failed) {
            throw Failure.machine("A file system for %s could not be made: %s.".formatted(part, failed.getMessage()));
        }
    }

    /** Whether it can be filled. */
    public boolean exists() {
        return mounted;
    }

    /** Takes all the room that is left. */
    public void fill() throws IOException {
        var balloon = mountPoint.resolve(BALLOON);
        // The last blocks go one by one: the first request that does not fit takes nothing.
        for (var step = 256L << 20; step >= 4096; step /= 2) {
            var taken = Files.exists(balloon) ? Files.size(balloon) : 0;
            while (run("fallocate", "-o", Long.toString(taken), "-l", Long.toString(step), balloon.toString()) == 0) {
                taken += step;
            }
        }
    }

    public void empty() throws IOException {
        Files.deleteIfExists(mountPoint.resolve(BALLOON));
    }

    public long freeBytes() throws IOException {
        return Files.getFileStore(mountPoint).getUsableSpace();
    }

    void unmount() {
        if (mounted) {
            unmount(mountPoint);
        }
    }

    /** Also what an earlier run left mounted, because it was killed. */
    static void unmountAll(ShopHome home) {
        for (var part : List.of(Wiring.POSTGRES, Wiring.KAFKA)) {
            unmount(home.data(part));
        }
    }

    private static void unmount(Path mountPoint) {
        for (var look = 0;
                look < 20 && Files.exists(mountPoint) && run("mountpoint", "-q", mountPoint.toString()) == 0;
                look++) {
            if (run("umount", mountPoint.toString()) != 0) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
        }
    }

    private static int run(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException notThere) {
            return -1;
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
