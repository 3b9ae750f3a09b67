package com.allinone.launcher.parts;

import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.processes.Processes;
import com.allinone.launcher.processes.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of the five services. */
public final class Service implements Part {
    public static final List<String> NAMES = List.of("catalog", "order", "inventory", "payment", "identity");
    private static final int HEAP_MIB = 160;
    private final Site site;
    private final String name;
    private final NativeExecutables executables;

    public Service(Site site, String name) {
        this.site = site;
        this.name = name;
        this.executables = NativeExecutables.told();
    }

    /** Whether there is anything to run. */
    public static boolean built(ShopHome home, String name) {
        return Files.exists(jar(home, name));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Integer> ports() {
        return List.of(site.ports().service(name));
    }

    /** Not Keycloak: a service starts and stays up without it. */
    @Override
    public Set<String> needs() {
        return Set.of(Postgres.NAME, Kafka.NAME);
    }

    @Override
    public boolean startsHeavily() {
        return true;
    }

    @Override
    public void prepare() {
        Archives.mirror(application(site.home(), name), copied());
    }

    @Override
    public Program program() {
        return program(name, site.ports().service(name));
    }

    /** One more process of it, which runs as the first one does, under a name and on a port of its own. */
    public Program program(String process, int port) {
        var executable = executables.of(name);
        var command = executable.map(file -> natively(process, file)).orElseGet(() -> onTheJvm(process));
        site.settings().forEach((key, value) -> {
            if (key.startsWith(name + ".")) {
                command.add("-D%s=%s".formatted(key, value));
            }
        });
        if (executable.isEmpty()) {
            command.addAll(List.of("-jar", copied().resolve("quarkus-run.jar").toString()));
        }
        var made = executable.orElseGet(() -> jar(site.home(), name));
        return new Program(command, environment(port), site.home().directory(), version(made));
    }

    private List<String> onTheJvm(String process) {
        return site.jvm(process, HEAP_MIB, "-XX:MaxMetaspaceSize=160m", "-XX:ReservedCodeCacheSize=64m", "-Xss512k");
    }

    private List<String> natively(String process, Path executable) {
        return new ArrayList<>(
                List.of(executable.toString(), "-D" + Processes.mark(site.home(), process), "-Xmx" + HEAP_MIB + "m"));
    }

    /** What this service is told about the shop around it; dev mode runs with the same. */
    public Map<String, String> environment() {
        return environment(site.ports().service(name));
    }

    private Map<String, String> environment(int port) {
        var ports = site.ports();
        var keycloak = "http://127.0.0.1:" + ports.keycloak() + "/auth";
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", Postgres.url(site, name));
        environment.put("QUARKUS_DATASOURCE_USERNAME", name);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", Databases.password(site.secrets(), name));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", Kafka.bootstrapServers(site));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", keycloak + "/realms/allinone");
        environment.put("QUARKUS_OIDC_TOKEN_ISSUER", ports.issuer());
        environment.put("QUARKUS_OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://127.0.0.1:" + ports.otlp());
        environment.putAll(
                switch (name) {
                    case "payment" ->
                        Map.of(
                                "PAYMENT_PROVIDER_URL", "http://127.0.0.1:" + ports.simulator(),
                                "PAYMENT_PROVIDER_API_KEY", Simulator.apiKey(site),
                                "PAYMENT_PROVIDER_WEBHOOK_SECRET", Simulator.webhookSecret(site));
                    case "identity" ->
                        Map.of(
                                "IDENTITY_KEYCLOAK_URL",
                                keycloak,
                                "IDENTITY_KEYCLOAK_CLIENT_SECRET",
                                Realm.clientSecret(site));
                    case "catalog" -> Map.of("CATALOG_SEED", "true");
                    default -> Map.of();
                });
        return environment;
    }

    @Override
    public boolean healthy() {
        return Probe.answers(site.ports().service(name), "/q/health/ready");
    }

    /** Changes whenever the jar is built anew. */
    static String version(Path jar) {
        try {
            return Files.size(jar) + "@" + Files.getLastModifiedTime(jar).toMillis();
        } catch (IOException notBuilt) {
            return "not built";
        }
    }

    private static Path jar(ShopHome home, String name) {
        return application(home, name).resolve("quarkus-run.jar");
    }

    private static Path application(ShopHome home, String name) {
        return home.checkout().resolve(name).resolve("target/quarkus-app");
    }

    private Path copied() {
        return site.home().applications().resolve(name);
    }
}
