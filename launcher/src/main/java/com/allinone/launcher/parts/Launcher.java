package com.allinone.launcher.parts;

import com.allinone.launcher.home.ShopHome;
import java.io.File;
import java.nio.file.Path;

/** The launcher's own build: its jars also hold the broker and the ingress. */
final class Launcher {
    private Launcher() {}

    /** Copies the jars into the shop, so that building the launcher does not disturb a running shop. */
    static synchronized void copy(ShopHome home) {
        Archives.mirror(target(home).resolve("lib"), copied(home).resolve("lib"));
        Archives.mirror(target(home).resolve("launcher.jar"), copied(home).resolve("launcher.jar"));
    }

    static String classPath(ShopHome home) {
        return copied(home).resolve("launcher.jar") + File.pathSeparator
                + copied(home).resolve("lib") + "/*";
    }

    /** A program that was downloaded with the launcher's build. */
    static Path program(ShopHome home, String file) {
        return target(home).resolve("programs").resolve(file);
    }

    static Path target(ShopHome home) {
        return home.checkout().resolve("launcher").resolve("target");
    }

    private static Path copied(ShopHome home) {
        return home.applications().resolve("launcher");
    }
}
