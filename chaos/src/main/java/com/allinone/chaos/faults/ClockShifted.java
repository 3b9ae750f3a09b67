package com.allinone.chaos.faults;

import com.allinone.chaos.shop.BrokenShop;
import com.allinone.chaos.shop.Wiring;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/** One service lives minutes ahead of the others, or behind them, for a while. */
record ClockShifted() implements Fault {
    private static final int LEAST = 30;
    private static final Duration SEEN = Duration.ofSeconds(90);
    /** How far the newest row of the log is from the database's clock. */
    private static final String AHEAD = """
            select extract(epoch from recorded_at - clock_timestamp())::bigint from outbox order by position desc limit 1""";

    @Override
    public String kind() {
        return "clock of one service shifted";
    }

    @Override
    public String strike(BrokenShop shop, Random random) throws Exception {
        var service = Wiring.DOUBLED.get(random.nextInt(Wiring.DOUBLED.size()));
        var seconds = (LEAST + random.nextInt((int) AFTERMATH.toSeconds() - LEAST)) * (random.nextBoolean() ? 1 : -1);
        shop.start(
                service,
                Map.of("MESSAGING_CLOCK_OFFSET", Duration.ofSeconds(seconds).toString()));
        try {
            if (!Pauses.until(SEEN, () -> {
                var ahead = shop.databases().number(service, AHEAD);
                return Math.abs(ahead - seconds) < 20;
            })) {
                throw new WithoutEffect("nothing that %s wrote was %d s off".formatted(service, seconds));
            }
            Pauses.between(random, 2_000, 6_000);
        } finally {
            shop.start(service);
        }
        return "%s lived %+d s from now".formatted(service, seconds);
    }
}
