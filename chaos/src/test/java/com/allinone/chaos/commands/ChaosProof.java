package com.allinone.chaos.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A run of chaos on the shop that this build has made, with every kind of fault once: every order, every unit and every
 * coin is accounted for. {@code -Dchaos.seed}, {@code -Dchaos.orders} and {@code -Dchaos.faults} make it another one.
 */
class ChaosProof {
    private static final int ORDERS = Integer.getInteger("chaos.orders", 3_000);
    private static final int FAULTS = Integer.getInteger("chaos.faults", 25);
    private static final long SEED = Long.getLong("chaos.seed", 20_261_121L);
    private static final int PORT_OFFSET = Integer.getInteger("chaos.port-offset", 12_000);
    private static final int LEAST_KINDS = 8;

    @Test
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void everyOrderEveryUnitAndEveryCoinIsAccountedFor() throws IOException, InterruptedException {
        var home = Path.of("target/shop").toAbsolutePath();
        var said = Files.createDirectories(home.getParent()).resolve("chaos.json");
        var checkout = Path.of("..").toAbsolutePath().normalize();
        var line = new ArrayList<>(List.of(checkout.resolve("shop").toString(), "chaos", "--no-build", "--json"));
        line.addAll(List.of("--home", home.toString(), "--port-offset", String.valueOf(PORT_OFFSET)));
        line.addAll(List.of("--orders", String.valueOf(ORDERS), "--faults", String.valueOf(FAULTS)));
        line.addAll(List.of("--seed", String.valueOf(SEED)));
        var builder = new ProcessBuilder(line)
                .directory(checkout.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(said.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));

        var process = builder.start();
        int exit;
        try {
            exit = process.waitFor();
        } finally {
            process.destroy();
            process.waitFor();
        }

        System.out.println(Files.readString(said));
        var report = new ObjectMapper().readTree(said.toFile());
        assertThat(report.path("violations").asLong(-1))
                .as("violations; seed %d", SEED)
                .isZero();
        assertThat(exit).isZero();
        assertThat(report.path("orders").path("sent").asInt()).isEqualTo(ORDERS);
        assertThat(report.path("faultsByKind").size()).isGreaterThanOrEqualTo(LEAST_KINDS);
    }
}
