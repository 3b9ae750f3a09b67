package com.allinone.launcher.parts;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.processes.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keycloak, built once for PostgreSQL, with the realm of the shop in a database of its own. */
public final class Keycloak implements Part {
    public static final String NAME = "keycloak";
    static final String ADMIN_CLIENT = "shop-launcher";
    private static final String VERSION = "26.7.3";
    private static final List<String> BUILD = List.of(
            "build",
            "--db=postgres",
            "--http-relative-path=/auth",
            "--health-enabled=false",
            "--metrics-enabled=false",
            "--features-disabled=kerberos,device-flow,ciba");
    private static final String THREADS = "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
            + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory";
    private final Site site;

    public Keycloak(Site site) {
        this.site = site;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Integer> ports() {
        return List.of(site.ports().keycloak());
    }

    @Override
    public Set<String> needs() {
        return Set.of(Postgres.NAME);
    }

    /** Takes about 20 seconds once for a checkout; every shop of that checkout runs the same files. */
    @Override
    public void prepare() {
        Archives.once(directory(), into -> {
            var unpacked = Path.of(into + ".unpacked");
            Archives.delete(unpacked);
            Archives.unzip(Launcher.program(site.home(), "keycloak.zip"), unpacked);
            Files.delete(into);
            Files.move(unpacked.resolve("keycloak-" + VERSION), into);
            Files.delete(unpacked);
        });
        Archives.once(Path.of(directory() + "-built"), this::build);
    }

    /** Building writes into the directory itself, so the marker that it is done stands beside it. */
    private void build(Path marker) throws IOException {
        var command = new ArrayList<>(List.of(Site.java().toString(), "-Xmx512m"));
        command.addAll(launch());
        command.addAll(BUILD);
        Tool.run("keycloak-build", command, Map.of(), site.home());
        Files.writeString(marker.resolve("options"), String.join("\n", BUILD));
    }

    private List<String> launch() {
        return List.of(
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.net.preferIPv4Stack=true",
                THREADS,
                "-Dkc.home.dir=" + directory(),
                "-Djboss.server.config.dir=" + directory().resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                directory().resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }

    @Override
    public Program program() {
        var command = site.jvm(NAME, 256, "-XX:MetaspaceSize=96m", "-XX:TieredStopAtLevel=1");
        command.addAll(launch());
        command.addAll(List.of("start", "--optimized"));
        return new Program(command, environment(), site.home().directory(), VERSION);
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("KC_HTTP_ENABLED", "true"),
                Map.entry("KC_HTTP_HOST", "127.0.0.1"),
                Map.entry("KC_HTTP_PORT", String.valueOf(site.ports().keycloak())),
                Map.entry("KC_HTTP_POOL_MAX_THREADS", "24"),
                Map.entry("KC_HOSTNAME", site.ports().publicOrigin() + "/auth"),
                Map.entry("KC_HOSTNAME_BACKCHANNEL_DYNAMIC", "true"),
                Map.entry("KC_PROXY_HEADERS", "xforwarded"),
                Map.entry("KC_CACHE", "local"),
                Map.entry("KC_DB_URL", Postgres.url(site, Databases.KEYCLOAK)),
                Map.entry("KC_DB_USERNAME", Databases.KEYCLOAK),
                Map.entry("KC_DB_PASSWORD", Databases.password(site.secrets(), Databases.KEYCLOAK)),
                Map.entry("KC_DB_POOL_INITIAL_SIZE", "2"),
                Map.entry("KC_DB_POOL_MIN_SIZE", "2"),
                Map.entry("KC_DB_POOL_MAX_SIZE", "16"),
                Map.entry("KC_LOG_LEVEL", "INFO"),
                Map.entry("KC_BOOTSTRAP_ADMIN_CLIENT_ID", ADMIN_CLIENT),
                Map.entry("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", site.secrets().get("keycloak.admin")));
    }

    @Override
    public boolean healthy() {
        return Probe.answers(site.ports().keycloak(), "/auth/realms/master");
    }

    @Override
    public void furnish() {
        try {
            new Realm(site).furnish();
        } catch (IOException failed) {
            throw Failure.part("keycloak refused the realm; why is in %s: %s."
                    .formatted(site.home().log(NAME), failed.getMessage()));
        }
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(4);
    }

    private Path directory() {
        return site.home().programs().resolve("keycloak-" + VERSION);
    }
}
