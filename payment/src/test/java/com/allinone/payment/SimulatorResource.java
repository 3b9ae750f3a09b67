package com.allinone.payment;

import com.allinone.simulator.ProviderSimulator;
import com.allinone.simulator.SimulatorSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A provider in this JVM, which delivers its webhooks to the service under test. */
public final class SimulatorResource implements QuarkusTestResourceLifecycleManager {

    static final String ADDRESS = "testing.provider";
    static final String SECRET = "whsec_of_these_tests";

    private @Nullable ProviderSimulator provider;

    @Override
    public Map<String, String> start() {
        try {
            int port = freePort();
            var webhook = URI.create("http://127.0.0.1:" + port + "/api/v1/payment/webhooks/stripe");
            provider = ProviderSimulator.start(
                    new SimulatorSettings(0, "sk_test_payment", webhook, SECRET, null, Duration.ofMillis(1500)),
                    Clock.systemUTC());
            System.setProperty(ADDRESS, provider.address().toString());
            return Map.of(
                    "quarkus.http.test-port",
                    Integer.toString(port),
                    "payment.provider.url",
                    provider.address().toString(),
                    "payment.provider.api-key",
                    "sk_test_payment",
                    "payment.provider.webhook-secret",
                    SECRET,
                    "payment.provider.timeout",
                    "PT1S",
                    "payment.worker.longest-backoff",
                    "PT1S",
                    "payment.reporting.patience",
                    "PT8S");
        } catch (IOException taken) {
            throw new UncheckedIOException("The provider did not start", taken);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void stop() {
        if (provider != null) {
            provider.close();
        }
    }
}
