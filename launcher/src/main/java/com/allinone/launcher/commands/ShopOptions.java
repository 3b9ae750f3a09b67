package com.allinone.launcher.commands;

import com.allinone.launcher.home.Ports;
import com.allinone.launcher.home.Secrets;
import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.parts.Site;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which shop a command speaks of. */
public final class ShopOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:SHOP_HOME}",
            description =
                    "Where this shop keeps data, logs and secrets (default: .shop in the checkout, or SHOP_HOME).")
    @Nullable
    Path directory;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "${env:SHOP_PORT_OFFSET:-0}",
            description = "Added to every port, so that several shops fit on one machine"
                    + " (default: 0, or SHOP_PORT_OFFSET).")
    int portOffset;

    ShopHome home() {
        var checkout = Path.of(System.getProperty("shop.checkout", "."));
        return new ShopHome(checkout, directory == null ? checkout.resolve(ShopHome.NAME) : directory);
    }

    /** Where the parts of this shop are heard. */
    public Ports ports() {
        return new Ports(portOffset);
    }

    /** The command line that calls this very shop again. */
    String again(String command) {
        var again = new StringBuilder("./shop ").append(command);
        if (directory != null) {
            again.append(" --home ").append(directory);
        }
        if (portOffset != 0) {
            again.append(" --port-offset ").append(portOffset);
        }
        return again.toString();
    }

    Site site() {
        return site(Map.of(), Optional.empty());
    }

    Site site(Map<String, String> settings, Optional<URI> door) {
        var home = home();
        return new Site(home, new Ports(portOffset, door), new Secrets(home.directory()), settings);
    }
}
