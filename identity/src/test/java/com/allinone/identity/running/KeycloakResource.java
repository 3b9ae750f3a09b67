package com.allinone.identity.running;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts a real Keycloak with the realm of this module, some people, and clients whose tokens must be refused. It does
 * not wait until Keycloak is up: the service under test starts first, as it has to be able to. Tests wait in {@link
 * Keycloak}.
 */
public final class KeycloakResource implements QuarkusTestResourceLifecycleManager {

    static final String PORT = "testing.keycloak.port";
    static final String SECRET = "secret-of-the-tests";
    private static final Path REALM = Path.of("src/main/realm/allinone-realm.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private @Nullable Process process;
    private @Nullable KeycloakLine line;

    @Override
    public Map<String, String> start() {
        Path home = Path.of(System.getProperty("keycloak.home", "target/keycloak-26.7.3"));
        int port = freePort();
        try {
            writeRealm(home);
            process = command(home, port).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            line = KeycloakLine.to(port);
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak did not start", e);
        }
        System.setProperty(PORT, Integer.toString(port));
        String realm = "http://127.0.0.1:" + port + "/auth/realms/allinone";
        return Map.of(
                "identity.keycloak.url",
                "http://127.0.0.1:" + line.port() + "/auth",
                "identity.keycloak.client-secret",
                SECRET,
                "identity.sign-up.sweep-every",
                "off",
                "quarkus.rest-client.keycloak.read-timeout",
                "20000",
                "quarkus.oidc.auth-server-url",
                realm,
                "quarkus.oidc.token.issuer",
                realm);
    }

    @Override
    public void stop() {
        if (line != null) {
            line.close();
        }
        if (process != null) {
            process.destroy();
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    private static ProcessBuilder command(Path home, int port) {
        ProcessBuilder command = new ProcessBuilder(
                        "sh",
                        home.resolve("bin/kc.sh").toAbsolutePath().toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-relative-path=/auth",
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(home.resolveSibling("keycloak.log").toFile());
        Map<String, String> environment = command.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", Keycloak.ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", Keycloak.ADMIN);
        environment.put("IDENTITY_KEYCLOAK_CLIENT_SECRET", SECRET);
        return command;
    }

    private static void writeRealm(Path home) throws IOException {
        ObjectNode realm = (ObjectNode) JSON.readTree(REALM.toFile());
        ArrayNode clients = (ArrayNode) realm.get("clients");
        clients.add(client("brief", List.of("basic", "allinone-api"))
                .set("attributes", JSON.createObjectNode().put("access.token.lifespan", "1")));
        clients.add(client("elsewhere", List.of("basic")));
        ArrayNode users = (ArrayNode) realm.get("users");
        users.add(user("minji", "shopper"));
        users.add(user("jiho", "shopper"));
        users.add(user("olivia", "operator"));
        users.add(user("adam", "auditor"));
        Path imports = Files.createDirectories(home.resolve("data/import"));
        JSON.writeValue(imports.resolve("allinone-realm.json").toFile(), realm);
    }

    private static ObjectNode client(String id, List<String> scopes) {
        ObjectNode client = JSON.createObjectNode()
                .put("clientId", id)
                .put("publicClient", true)
                .put("directAccessGrantsEnabled", true);
        client.set("defaultClientScopes", JSON.valueToTree(scopes));
        return client;
    }

    private static ObjectNode user(String name, String role) {
        ObjectNode user = JSON.createObjectNode()
                .put("username", name)
                .put("enabled", true)
                .put("email", name + "@allinone.example")
                .put("firstName", name);
        user.set("realmRoles", JSON.valueToTree(List.of(role)));
        user.set(
                "credentials",
                JSON.valueToTree(List.of(Map.of("type", "password", "value", name + "-demo", "temporary", false))));
        return user;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free", e);
        }
    }
}
