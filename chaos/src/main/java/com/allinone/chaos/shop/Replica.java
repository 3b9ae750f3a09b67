package com.allinone.chaos.shop;

import com.allinone.launcher.parts.Part;
import com.allinone.launcher.parts.Service;
import com.allinone.launcher.processes.Program;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A process of a service: the one that the launcher starts, or a second one beside it on another port. */
record Replica(Wiring wiring, String name, Service service, Map<String, String> extra) implements Part {
    private static final int PATIENCE_MILLIS = 3_000;

    @Override
    public List<Integer> ports() {
        return List.of(wiring.port(name));
    }

    @Override
    public Set<String> needs() {
        return service.needs();
    }

    @Override
    public Duration patience() {
        return service.patience().multipliedBy(Altered.PATIENCE);
    }

    @Override
    public boolean startsHeavily() {
        return true;
    }

    @Override
    public void prepare() {
        service.prepare();
    }

    @Override
    public Program program() {
        var program = service.program(name, wiring.port(name));
        var command = new ArrayList<>(program.command());
        // A service that is killed every minute starts more than it runs: the second compiler would never earn its
        // keep.
        command.add(1, "-XX:TieredStopAtLevel=1");
        var environment = new HashMap<>(program.environment());
        environment.putAll(ways());
        // No trace store takes part: it would cost a third of the machine and nothing here looks at it.
        environment.put("QUARKUS_OTEL_SDK_DISABLED", "true");
        environment.putAll(extra);
        return new Program(command, environment, program.directory(), program.version());
    }

    private Map<String, String> ways() {
        var ways = new HashMap<String, String>();
        var keycloak = "http://127.0.0.1:" + wiring.entrance(name, Wiring.KEYCLOAK) + "/auth";
        ways.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(wiring.entrance(name, Wiring.POSTGRES), service.name()));
        ways.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + wiring.entrance(name, Wiring.KAFKA));
        ways.put("QUARKUS_OIDC_AUTH_SERVER_URL", keycloak + "/realms/allinone");
        if (service.name().equals("payment")) {
            ways.put("PAYMENT_PROVIDER_URL", "http://127.0.0.1:" + wiring.entrance(name, Wiring.PROVIDER));
        }
        if (service.name().equals("identity")) {
            ways.put("IDENTITY_KEYCLOAK_URL", keycloak);
        }
        return ways;
    }

    @Override
    public boolean healthy() {
        try {
            var address = URI.create("http://127.0.0.1:" + wiring.port(name) + "/q/health/ready");
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
