package com.allinone.chaos.faults;

import com.allinone.chaos.proxying.Proxies;
import com.allinone.chaos.proxying.Proxy;
import com.allinone.chaos.proxying.Tally;
import com.allinone.chaos.proxying.Weather;
import com.allinone.chaos.proxying.Weather.Closed;
import com.allinone.chaos.proxying.Weather.Fair;
import com.allinone.chaos.proxying.Weather.Hole;
import com.allinone.chaos.proxying.Weather.Slow;
import com.allinone.chaos.shop.BrokenShop;
import com.allinone.chaos.shop.Wiring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Bad weather on the ways to one part: for everybody, or for one of those who go there. */
record Connections(How how) implements Fault {
    private static final List<String> GOALS = List.of(
            Wiring.POSTGRES, Wiring.KAFKA, Wiring.PROVIDER, Wiring.INGRESS, "order", Wiring.POSTGRES, Wiring.KAFKA);

    /** What happens to connections. */
    enum How {
        CUT("connections cut"),
        DELAYED("connections delayed"),
        HELD("connections that swallow everything");

        private final String kind;

        How(String kind) {
            this.kind = kind;
        }
    }

    @Override
    public String kind() {
        return how.kind;
    }

    @Override
    public String strike(BrokenShop shop, Random random) throws Exception {
        var goal = GOALS.get(random.nextInt(GOALS.size()));
        var ways = used(shop.proxies(), goal, random);
        var before = Proxies.tally(ways);
        try {
            rage(ways, random);
        } finally {
            ways.forEach(way -> way.weather(new Fair()));
        }
        var done = Proxies.tally(ways).minus(before);
        var much = much(done);
        if (much == 0) {
            throw new WithoutEffect("nothing passed on the way to " + goal);
        }
        return "%d times on %s".formatted(much, names(ways));
    }

    private void rage(List<Proxy> ways, Random random) throws InterruptedException {
        switch (how) {
            case CUT -> {
                for (var blow = 0; blow < 4; blow++) {
                    if (random.nextBoolean()) {
                        all(ways, new Closed());
                    }
                    ways.forEach(Proxy::cut);
                    Pauses.between(random, 200, 1_500);
                    all(ways, new Fair());
                    Pauses.between(random, 200, 1_000);
                }
            }
            case DELAYED -> {
                all(ways, new Slow(Duration.ofMillis(100 + random.nextInt(900))));
                Pauses.between(random, 5_000, 8_000);
            }
            case HELD -> {
                all(ways, new Hole());
                Pauses.between(random, 4_000, 14_000);
                if (random.nextBoolean()) {
                    ways.forEach(Proxy::cut);
                }
            }
        }
    }

    private long much(Tally tally) {
        return switch (how) {
            case CUT -> tally.cut();
            case DELAYED -> tally.delayed();
            case HELD -> tally.held();
        };
    }

    private static void all(List<Proxy> ways, Weather weather) {
        ways.forEach(way -> way.weather(weather));
    }

    /** Of the ways to the goal those that somebody uses: all of them, or one. */
    private static List<Proxy> used(Proxies proxies, String goal, Random random) {
        var used = new ArrayList<>(proxies.to(goal));
        used.removeIf(way -> way.link().from().endsWith("-2")
                || way.link().from().equals("identity")
                || way.link().from().equals("catalog"));
        return random.nextInt(3) == 0 ? List.of(used.get(random.nextInt(used.size()))) : used;
    }

    private static String names(List<Proxy> ways) {
        return String.join(", ", ways.stream().map(way -> way.link().toString()).toList());
    }
}
