package com.allinone.chaos.proxying;

import com.allinone.chaos.proxying.Weather.Fair;
import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The proxies of a shop. */
public final class Proxies implements AutoCloseable {
    private final List<Proxy> all = new ArrayList<>();

    /** Opens a proxy for every link, or says which port is in the way. */
    public static Proxies open(List<Link> links) {
        var proxies = new Proxies();
        for (var link : links) {
            try {
                proxies.all.add(Proxy.open(link));
            } catch (IOException taken) {
                proxies.close();
                throw Failure.machine(
                        "Port %d, which the way %s needs, is busy; move the whole shop with --port-offset."
                                .formatted(link.entrance(), link));
            }
        }
        return proxies;
    }

    public List<Proxy> all() {
        return List.copyOf(all);
    }

    public List<Proxy> to(String part) {
        return all.stream().filter(proxy -> proxy.link().to().equals(part)).toList();
    }

    public List<Proxy> of(String from, String to) {
        return to(to).stream().filter(proxy -> proxy.link().from().equals(from)).toList();
    }

    /** Whose connection it is that {@code to} sees come from that port. */
    public Optional<String> caller(String to, int port) {
        return to(to).stream()
                .filter(proxy -> proxy.leavesFrom(port))
                .map(proxy -> proxy.link().from())
                .findFirst();
    }

    public void heal() {
        all.forEach(proxy -> proxy.weather(new Fair()));
    }

    public static Tally tally(List<Proxy> proxies) {
        return proxies.stream().map(Proxy::tally).reduce(Tally.NOTHING, Tally::plus);
    }

    @Override
    public void close() {
        for (var proxy : all) {
            try {
                proxy.close();
            } catch (IOException gone) {
                // A port that cannot be let go goes with this process.
            }
        }
    }
}
