package com.allinone.bench.commands;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.home.Ports;
import com.allinone.launcher.home.Secrets;
import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.parts.Site;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Which shop is measured, for how long, and how the result is printed. */
public final class BenchOptions {
    /** Seconds of load before anything counts, at most. */
    static final int LONGEST_WARM_UP = 3_600;

    private static final int MOST_ROUNDS = 100;
    private static final int MOST_SECONDS = 3_600;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where the shop that is measured keeps its data and logs (default: .shop/bench in the"
                    + " checkout). Whatever data it held is forgotten.")
    @Nullable
    Path directory;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Added to every port (default: 20000).")
    int portOffset;

    @Option(names = "--no-build", description = "Start what is built, even if sources are newer.")
    boolean noBuild;

    @Option(names = "--json", description = "Print one JSON object; the table goes to standard error.")
    boolean json;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Rounds of each, interleaved: A B A B (default: 3).")
    int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "T",
            defaultValue = "20",
            description = "How long each round takes (default: 20).")
    int seconds;

    /**
     * Checks what was given.
     *
     * @throws Failure naming the option that is out of bounds
     */
    void check() {
        bounded("--rounds", rounds, 1, MOST_ROUNDS);
        bounded("--seconds", seconds, 1, MOST_SECONDS);
    }

    static void bounded(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw Failure.usage("%s must be between %d and %d, but is %d.".formatted(option, least, most, value));
        }
    }

    void print(CommandLine line, String table, JsonNode object) {
        (json ? line.getErr() : line.getOut()).println(table);
        if (json) {
            line.getOut().println(object);
        }
        line.getErr().flush();
        line.getOut().flush();
    }

    Site site() {
        return site(Map.of());
    }

    /** The shop that is measured, with settings as of {@code --set}. */
    Site site(Map<String, String> settings) {
        var checkout = Path.of(System.getProperty("shop.checkout", "."));
        var home = new ShopHome(
                checkout, directory == null ? checkout.resolve(ShopHome.NAME).resolve("bench") : directory);
        return new Site(home, new Ports(portOffset), new Secrets(home.directory()), settings);
    }
}
