package com.allinone.launcher.parts;

import com.allinone.launcher.home.Failure;
import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. Where a user namespace can be had, the server runs in one, in which it sees itself
 * as nobody and its files as its own; otherwise it becomes the user nobody, to whom its directory is given.
 */
final class Root {
    private static final int NOBODY = 65_534;
    private final List<String> prefix;
    private final int owner;

    private Root(List<String> prefix, int owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    static Root look() {
        var uid = (int) new UnixSystem().getUid();
        if (uid != 0) {
            return new Root(List.of(), uid);
        }
        var namespace = List.of("unshare", "-U");
        if (works(namespace)) {
            return new Root(namespace, 0);
        }
        var nobody = String.valueOf(NOBODY);
        var becomeNobody = List.of("setpriv", "--reuid", nobody, "--regid", nobody, "--clear-groups");
        if (works(becomeNobody)) {
            return new Root(becomeNobody, NOBODY);
        }
        throw Failure.machine("PostgreSQL does not run as root, and neither unshare nor setpriv works here;"
                + " run ./shop as another user.");
    }

    /** What a command line starts with so that PostgreSQL accepts who runs it. */
    List<String> prefix() {
        return prefix;
    }

    /** Gives the directory to whoever will run the server. */
    void own(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.toList()) {
                if ((int) Files.getAttribute(file, "unix:uid") != owner) {
                    Files.setAttribute(file, "unix:uid", owner);
                }
            }
        } catch (IOException failed) {
            throw Failure.machine("%s belongs to another user than the one who runs ./shop: %s."
                    .formatted(directory, failed.getMessage()));
        }
    }

    private static boolean works(List<String> prefix) {
        var command = new java.util.ArrayList<>(prefix);
        command.add("true");
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
