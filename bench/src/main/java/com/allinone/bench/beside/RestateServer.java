package com.allinone.bench.beside;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Part;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.processes.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Restate's server, one node with everything in it, as its published package sets it up: only ports, directory and the
 * reports to its makers (off) differ.
 */
final class RestateServer implements Part {
    static final String VERSION = "1.7.12";
    private static final String PACKAGE = "@restatedev/restate-server";
    private static final String PART = "restate-server";
    private final Site site;

    RestateServer(Site site) {
        this.site = site;
    }

    @Override
    public String name() {
        return PART;
    }

    @Override
    public List<Integer> ports() {
        return List.of(ingressPort(), adminPort(), nodePort());
    }

    /** Where requests are taken. */
    int ingressPort() {
        return port(0);
    }

    int adminPort() {
        return port(1);
    }

    private int nodePort() {
        return port(2);
    }

    /** Not the server's own: where the handlers listen that it calls. */
    int handlerPort() {
        return port(3);
    }

    private int port(int number) {
        return 8_110 + number + site.ports().offset();
    }

    /** Installs the package, once for a home; scripts of packages are not run. */
    @Override
    public void prepare() {
        if (Files.isExecutable(program(installed()))) {
            return;
        }
        var command = List.of(
                "npm", "install", "--prefix", installed().toString(), "--ignore-scripts", PACKAGE + "@" + VERSION);
        var log = site.home().log("npm");
        try {
            Files.createDirectories(installed());
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (process.waitFor() != 0 || !Files.isExecutable(program(installed()))) {
                throw Failure.machine(
                        "npm did not install %s %s, and why is in %s; leave it out with --without-restate."
                                .formatted(PACKAGE, VERSION, log));
            }
        } catch (IOException missing) {
            throw Failure.machine(
                    "./shop bench saga installs Restate with npm, which cannot be run (%s): install Node.js"
                                    .formatted(missing.getMessage())
                            + " (Debian: npm; macOS: brew install node), or leave Restate out with --without-restate.");
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            throw Failure.part("The installation of Restate was interrupted.");
        }
    }

    private Path installed() {
        return site.home().directory().resolve("npm").resolve(PART + "-" + VERSION);
    }

    /** The server itself: the package's own command is a script of Node.js that starts it, and stays. */
    static Path program(Path installed) {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        return installed.resolve(
                Path.of("node_modules", PACKAGE + "-" + system + "-" + machine, "bin", "restate-server"));
    }

    @Override
    public Program program() {
        var command = List.of(
                program(installed()).toString(),
                "--no-logo",
                "--base-dir",
                site.home().data(PART).toString());
        var environment = Map.of(
                "RESTATE_LISTEN_MODE",
                "tcp",
                "RESTATE_BIND_ADDRESS",
                "127.0.0.1:" + nodePort(),
                "RESTATE_ADMIN__BIND_ADDRESS",
                "127.0.0.1:" + adminPort(),
                "RESTATE_INGRESS__BIND_ADDRESS",
                "127.0.0.1:" + ingressPort(),
                "RESTATE_NODE_NAME",
                "bench",
                "RESTATE_DISABLE_TELEMETRY",
                "true");
        return new Program(command, environment, site.home().directory(), VERSION);
    }

    @Override
    public boolean healthy() {
        return answers(adminPort(), "/health") && answers(ingressPort(), "/restate/health");
    }

    private static boolean answers(int port, String path) {
        try {
            return JsonCalls.to("http://127.0.0.1:" + port).get(path).succeeded();
        } catch (IOException notYet) {
            return false;
        }
    }
}
