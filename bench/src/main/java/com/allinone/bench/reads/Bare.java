package com.allinone.bench.reads;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.parts.Part;
import com.allinone.launcher.parts.Probe;
import com.allinone.launcher.parts.Service;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.processes.Processes;
import com.allinone.launcher.processes.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The bare endpoint, on the JVM that a service gets, options and all.
 *
 * @param bytes a directory of what it answers, by name
 * @param any one of the names
 */
record Bare(Site site, Path bytes, String any) implements Part {
    static final String NAME = "bench-bare";
    private static final String LIKE = "catalog";
    private static final int PORT = 8_110;

    /** Where it answers the bytes of that name. */
    static String path(String name) {
        return "/bytes/" + name;
    }

    int port() {
        return PORT + site.ports().offset();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port());
    }

    @Override
    public void prepare() {
        if (!Files.exists(jar(site.home()))) {
            throw Failure.usage(NAME + " is not built; leave --no-build out.");
        }
    }

    @Override
    public Program program() {
        var like = new Service(site, LIKE).program();
        var command = new ArrayList<>(like.command());
        command.replaceAll(word -> word.equals("-D" + Processes.mark(site.home(), LIKE))
                ? "-D" + Processes.mark(site.home(), NAME)
                : word);
        command.set(command.size() - 1, jar(site.home()).toString());
        return new Program(
                command,
                Map.of("QUARKUS_HTTP_PORT", String.valueOf(port()), "BARE_DIRECTORY", bytes.toString()),
                like.directory(),
                NAME);
    }

    @Override
    public boolean healthy() {
        return Probe.answers(port(), path(any));
    }

    private static Path jar(ShopHome home) {
        return home.checkout().resolve(NAME).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
