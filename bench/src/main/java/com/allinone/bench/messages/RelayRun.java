package com.allinone.bench.messages;

import com.allinone.bench.measuring.ProcessorTime;
import com.allinone.bench.measuring.Spread;
import com.allinone.bench.profiling.Profile;
import com.allinone.bench.reporting.Machine;
import com.allinone.bench.reporting.Result;
import com.allinone.bench.reporting.Table;
import com.allinone.bench.shop.BenchShop;
import com.allinone.bench.shop.Databases;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Kafka;
import com.allinone.launcher.parts.Postgres;
import com.allinone.launcher.parts.Service;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.running.Progress;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How fast the relay of one service empties its outbox: rows are put into log and queue while the queue is held, then
 * it is let go, and the clock runs until Kafka has acknowledged the last and its row has left the queue.
 */
public final class RelayRun {
    private static final String DATABASE = "order";
    private static final String TOPIC = "order.events";
    private static final int WARM_UPS = 2;
    private static final int LOOK_MILLIS = 10;
    private static final long PATIENCE_NANOS = 300_000_000_000L;
    private final Site site;
    private final Progress progress;
    private final int rounds;
    private final int rows;
    private final Optional<Path> profile;

    /**
     * A run.
     *
     * @param profile where a flame graph of one more round is put
     */
    public RelayRun(Site site, Progress progress, int rounds, int rows, Optional<Path> profile) {
        this.site = site;
        this.progress = progress;
        this.rounds = rounds;
        this.rows = rows;
        this.profile = profile;
    }

    /** One emptying of the queue. */
    record Round(int rows, double seconds, Map<String, Long> cpuMillis) {
        double perSecond() {
            return rows / seconds;
        }

        double micros(String part) {
            Long millis = cpuMillis.get(part);
            return (millis == null ? 0 : millis) * 1_000.0 / rows;
        }

        double millisEach() {
            return cpuMillis.values().stream().mapToLong(Long::longValue).sum() / (double) rows;
        }
    }

    public Result run() throws InterruptedException {
        var parts = List.of(new Postgres(site), new Kafka(site), new Service(site, DATABASE));
        try (var shop = BenchShop.of(site, progress, parts);
                var published = new Published(site, TOPIC)) {
            for (var round = 0; round < WARM_UPS; round++) {
                empty(shop, published, "warm-up");
            }
            var all = new ArrayList<Round>();
            for (var round = 0; round < rounds; round++) {
                all.add(empty(shop, published, "relay"));
            }
            if (profile.isPresent()) {
                new Profile(shop, progress, profile.get())
                        .of("the relay, %d rows".formatted(rows), () -> empty(shop, published, "profile"));
            }
            return result(all);
        } catch (SQLException failed) {
            throw Failure.part("postgres: " + failed.getMessage());
        }
    }

    private Round empty(BenchShop shop, Published published, String what) throws SQLException, InterruptedException {
        var databases = new Databases(site);
        databases.run(
                DATABASE,
                "insert into outbox_hold (through, until) values (0, now() + interval '10 minutes')"
                        + " on conflict (one) do update set through = 0, until = excluded.until",
                fill(rows),
                "analyze outbox_pending",
                "checkpoint");
        var wanted = published.count() + rows;
        var before = shop.processorMillis();
        try (var connection = databases.connect(DATABASE);
                var looking = connection.prepareStatement("select exists (select from outbox_pending)");
                var release = connection.prepareStatement("delete from outbox_hold")) {
            release.executeUpdate();
            var begun = System.nanoTime();
            while (published.count() < wanted || isTrue(looking)) {
                if (System.nanoTime() - begun > PATIENCE_NANOS) {
                    throw Failure.late(
                            "The relay did not empty the queue of %d rows within 5 minutes.".formatted(rows));
                }
                Thread.sleep(LOOK_MILLIS);
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            var used = ProcessorTime.between(before, shop.processorMillis());
            var round = new Round(rows, seconds, used);
            progress.part(
                    what,
                    "%.0f rows/s, %.1f µs PostgreSQL each".formatted(round.perSecond(), round.micros("postgres")));
            return round;
        }
    }

    private static String fill(int rows) {
        return """
                with rows as (
                  insert into outbox (position, message_id, topic, key, type, body, recorded_at)
                  select nextval('outbox_position'), uuidv7(), 'order.events', gen_random_uuid()::text, 'bench.said.v1',
                         '{"orderId":"' || gen_random_uuid() || '","userId":"' || gen_random_uuid() || '",'
                           || '"total":{"amount":12900,"currency":"KRW"},"lines":[{"sku":"BENCH-0001","quantity":1,'
                           || '"unitPrice":{"amount":12900,"currency":"KRW"}}],"placedAt":"' || now() || '"}',
                         now()
                    from generate_series(1, %d)
                  returning position, recorded_at)
                insert into outbox_pending (position, recorded_at) select position, recorded_at from rows""".formatted(rows);
    }

    private static boolean isTrue(java.sql.PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    static Result result(List<Round> rounds) {
        var perSecond = Spread.of(rounds.stream().map(Round::perSecond).toList());
        var postgres =
                Spread.of(rounds.stream().map(each -> each.micros("postgres")).toList());
        var table = new Table(
                        "median (min to max)", "rows a second", "PostgreSQL CPU µs", "relay CPU µs", "Kafka CPU µs")
                .row(
                        "outbox to Kafka, acknowledged",
                        perSecond.text(0),
                        postgres.text(1),
                        Spread.of(rounds.stream()
                                        .map(each -> each.micros(DATABASE))
                                        .toList())
                                .text(1),
                        Spread.of(rounds.stream()
                                        .map(each -> each.micros("kafka"))
                                        .toList())
                                .text(1));
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("bench", "relay")
                .put("perSecond", perSecond.median())
                .putNull("ratio")
                .put(
                        "cpuMillisPerUnit",
                        Spread.of(rounds.stream().map(Round::millisEach).toList())
                                .median())
                .put("postgresMicrosPerUnit", postgres.median());
        json.set("machine", Machine.json());
        var all = json.putArray("rounds");
        for (var round : rounds) {
            all.addObject()
                    .put("rows", round.rows())
                    .put("seconds", round.seconds())
                    .put("perSecond", round.perSecond())
                    .set("cpuMillis", JsonNodeFactory.instance.pojoNode(round.cpuMillis()));
        }
        return new Result(Machine.line() + "\n\n" + table, json);
    }
}
