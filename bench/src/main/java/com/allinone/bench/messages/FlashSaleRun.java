package com.allinone.bench.messages;

import com.allinone.bench.beside.Peer;
import com.allinone.bench.beside.Pgbench;
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
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Everybody wants the same SKU, and there is enough for half of them. */
public final class FlashSaleRun {
    private static final String DATABASE = "inventory";
    private static final String BUY =
            "update shelf set available = available - 1 where sku = 'FLASH' and available > 0;\n";

    private final Site site;
    private final Progress progress;
    private final int rounds;
    private final int seconds;
    private final int requests;
    private final Optional<Path> profile;

    /**
     * A run.
     *
     * @param seconds that pgbench runs in each round
     * @param profile where a flame graph of one more sale is put
     */
    public FlashSaleRun(Site site, Progress progress, int rounds, int seconds, int requests, Optional<Path> profile) {
        this.site = site;
        this.progress = progress;
        this.rounds = rounds;
        this.seconds = seconds;
        this.requests = requests;
        this.profile = profile;
    }

    /**
     * A sale.
     *
     * @param units that were there
     * @param oversold units that were promised beyond them, by the replies or by the shelf
     */
    record Sale(
            int requests,
            int units,
            int reserved,
            int rejected,
            long oversold,
            double seconds,
            Map<String, Long> cpuMillis) {
        double perSecond() {
            return requests / seconds;
        }

        double millisEach() {
            return cpuMillis.values().stream().mapToLong(Long::longValue).sum() / (double) requests;
        }
    }

    public Result run() throws InterruptedException {
        var parts = List.of(new Postgres(site), new Kafka(site), new Service(site, DATABASE));
        try (var shop = BenchShop.of(site, progress, parts);
                var counter = new Counter(site);
                var pgbench = Pgbench.start(site, progress)
                        .prepared(
                                "create table shelf (sku text primary key, available bigint not null check (available >= 0))"
                                        + " with (fillfactor = 50)",
                                "insert into shelf values ('FLASH', 1000000000)")) {
            sale(shop, counter, 0, requests / 2);
            var sales = new ArrayList<Sale>();
            var others = new ArrayList<Peer.Run>();
            for (var number = 1; number <= rounds; number++) {
                sales.add(sale(shop, counter, number, requests));
                var other = pgbench.script(BUY, seconds);
                progress.part("pgbench", "%.0f conditional updates/s".formatted(other.perSecond()));
                others.add(other);
            }
            if (profile.isPresent()) {
                new Profile(shop, progress, profile.get())
                        .of(
                                "a flash sale, %d requests".formatted(requests),
                                () -> sale(shop, counter, rounds + 1, requests));
            }
            return result(sales, others, seconds);
        } catch (SQLException | IOException failed) {
            throw Failure.part("The flash sale failed: " + failed.getMessage());
        }
    }

    private Sale sale(BenchShop shop, Counter counter, int number, int wishes)
            throws SQLException, InterruptedException {
        var sku = "FLASH-%03d".formatted(number);
        var units = wishes / 2;
        var databases = new Databases(site);
        databases.run(
                DATABASE,
                "insert into stock (sku, warehouse, received, written_off, available, reserved, allocated, sold, version)"
                        + " values ('%s', 'ICN1', %d, 0, %d, 0, 0, 0, 1)".formatted(sku, units, units));
        var before = shop.processorMillis();
        var begun = System.nanoTime();
        var replies = counter.ask(wishes, Clock.systemUTC().millis(), sku);
        var took = (System.nanoTime() - begun) / 1e9;
        var used = ProcessorTime.between(before, shop.processorMillis());
        var held = databases.number(DATABASE, "select reserved from stock where sku = '%s'".formatted(sku));
        var oversold = Math.max(0, Math.max(replies.reserved(), held) - units);
        var sale = new Sale(wishes, units, replies.reserved(), replies.rejected(), oversold, took, used);
        progress.part(
                number == 0 ? "warm-up" : "flash-sale",
                "%.0f decided/s, %d oversold".formatted(sale.perSecond(), sale.oversold()));
        return sale;
    }

    static Result result(List<Sale> sales, List<Peer.Run> others, int seconds) {
        var perSecond = Spread.of(sales.stream().map(Sale::perSecond).toList());
        var updates = Spread.of(others.stream().map(Peer.Run::perSecond).toList());
        var cpu = Spread.of(sales.stream().map(Sale::millisEach).toList());
        var oversold = sales.stream().mapToLong(Sale::oversold).sum();
        var table = new Table("median (min to max)", "a second", "CPU ms each")
                .row("reservations decided through Kafka", perSecond.text(0), cpu.text(3))
                .row(
                        "one conditional UPDATE each",
                        updates.text(0),
                        Spread.of(others.stream().map(Peer.Run::millisEach).toList())
                                .text(3));
        var ratio = perSecond.median() / updates.median();
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("bench", "flash-sale")
                .put("perSecond", perSecond.median())
                .put("ratio", ratio)
                .put("cpuMillisPerUnit", cpu.median())
                .put("oversold", oversold);
        json.set("machine", Machine.json());
        var rounds = json.putArray("rounds");
        for (var sale : sales) {
            rounds.addObject()
                    .put("what", "flash-sale")
                    .put("requests", sale.requests())
                    .put("units", sale.units())
                    .put("reserved", sale.reserved())
                    .put("rejected", sale.rejected())
                    .put("oversold", sale.oversold())
                    .put("seconds", sale.seconds())
                    .put("perSecond", sale.perSecond())
                    .set("cpuMillis", JsonNodeFactory.instance.pojoNode(sale.cpuMillis()));
        }
        others.forEach(each -> rounds.addObject()
                .put("what", "conditional update")
                .put("seconds", seconds)
                .put("transactions", each.done())
                .put("perSecond", each.perSecond())
                .put("serverCpuMillis", Peer.millis(each.processors())));
        var text = String.format(Locale.ROOT, "Ratio: %.2f; oversold: %d.", ratio, oversold);
        return new Result(Machine.line() + "\n\n" + table + "\n" + text, json);
    }
}
