package com.allinone.simulator;

import java.io.IOException;
import java.time.Clock;

/** Runs the provider as a program; its settings come from the environment. */
public final class Simulator {
    private Simulator() {}

    /** Starts the provider and waits until the process is told to stop. */
    public static void main(String[] arguments) throws IOException {
        var settings = SimulatorSettings.from(System.getenv());
        var provider = ProviderSimulator.start(settings, Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(provider::close, "stop"));
        System.out.printf("Payment provider simulator ready at %s%n", provider.address());
    }
}
