package com.allinone.chaos.isolation;

import com.allinone.chaos.driving.Client;
import com.allinone.chaos.driving.Goods.Kind;
import com.allinone.chaos.driving.Load;
import com.allinone.chaos.history.History;
import com.allinone.chaos.invariants.Quiet;
import com.allinone.chaos.shop.BrokenShop;
import com.allinone.chaos.shop.Wiring;
import com.allinone.launcher.parts.Service;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.running.Progress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Kills each service once, for a while, under a steady load. */
public final class IsolationRun {
    private static final int STOCK = 200;
    /** Whoever runs again has served somebody before the next one dies, as under a load that never stops. */
    private static final Duration SERVING = Duration.ofSeconds(3);

    private static final Duration DRAINED = Duration.ofMinutes(1);
    private static final String NOBODY = "";

    private final Site site;
    private final Progress progress;
    private final Duration time;
    private final int eachASecond;

    public IsolationRun(Site site, Progress progress, Duration time, int eachASecond) {
        this.site = site;
        this.progress = progress;
        this.time = time;
        this.eachASecond = eachASecond;
    }

    /** A row for each part that was dead, the first for none. */
    public List<Row> run(boolean build) throws Exception {
        var shop = new BrokenShop(site, progress);
        var stopping = new Thread(shop::close, "stop");
        Runtime.getRuntime().addShutdownHook(stopping);
        try (shop) {
            shop.open(build);
            var client = new Client(shop.origin());
            try (var history = new History(site.home().directory().resolve("history.jsonl"), Clock.systemUTC());
                    var load = new Load(client, history, 1, STOCK)) {
                load.prepare();
                var sku = load.goods().of(Kind.PLENTY).getFirst().sku();
                var shoppers = new Shoppers(client, load.shopper(), sku);
                shoppers.prepare(STOCK);
                var rows = new ArrayList<Row>();
                rows.add(new Row(NOBODY, shoppers.shop(time, eachASecond), -1));
                for (var service : Service.NAMES) {
                    rows.add(without(shop, service, shoppers));
                    shoppers.prepare(STOCK / 4);
                }
                rows.add(without(shop, Wiring.KEYCLOAK, shoppers));
                return rows;
            }
        } finally {
            Runtime.getRuntime().removeShutdownHook(stopping);
        }
    }

    private Row without(BrokenShop shop, String part, Shoppers shoppers) throws InterruptedException {
        progress.part(part, "killed");
        shop.kill(part);
        var journeys = shoppers.shop(time, eachASecond);
        var begun = System.nanoTime();
        shop.start(part);
        var open = new Quiet(shop).await(DRAINED);
        var seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1_000.0;
        shoppers.shop(SERVING, eachASecond);
        progress.part(part, "runs again; " + (open.isEmpty() ? "drained" : "not drained: " + open));
        return new Row(part, journeys, open.isEmpty() ? seconds : Double.POSITIVE_INFINITY);
    }
}
