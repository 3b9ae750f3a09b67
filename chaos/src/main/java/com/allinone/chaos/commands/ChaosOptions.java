package com.allinone.chaos.commands;

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

/** Which shop is broken: always one of its own, which is made for it and forgotten at the next run. */
public final class ChaosOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where the shop that is broken keeps its data, logs and the clients' history"
                    + " (default: .shop/chaos in the checkout). Whatever it held is forgotten.")
    @Nullable
    Path directory;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "12000",
            description = "Added to every port (default: 12000).")
    int portOffset;

    @Option(names = "--no-build", description = "Start what is built, even if sources are newer.")
    boolean noBuild;

    @Option(names = "--json", description = "Print one JSON object; the table goes to standard error.")
    boolean json;

    void print(CommandLine line, String table, JsonNode object) {
        (json ? line.getErr() : line.getOut()).println(table);
        if (json) {
            line.getOut().println(object);
        }
        line.getErr().flush();
        line.getOut().flush();
    }

    /** With deadlines short enough that outages run into them, and leases shorter than the deadlines. */
    Site site() {
        var checkout = Path.of(System.getProperty("shop.checkout", "."));
        var home = new ShopHome(
                checkout, directory == null ? checkout.resolve(ShopHome.NAME).resolve("chaos") : directory);
        var settings = Map.of(
                "order.fulfilment.deadline", "PT45S",
                "payment.worker.lease", "PT15S",
                "payment.worker.longest-backoff", "PT8S",
                "payment.provider.timeout", "PT3S",
                "inventory.holds.overdue-interval", "PT20S");
        return new Site(home, new Ports(portOffset), new Secrets(home.directory()), settings);
    }
}
