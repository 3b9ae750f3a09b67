package com.allinone.bench.orders;

import com.allinone.bench.shop.BenchShop;
import com.allinone.launcher.home.Ports;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.running.Progress;
import java.util.List;

/** What carries the orders. */
public enum Subject {
    /** The whole platform, through its ingress. */
    ORDERS("orders", "orders") {
        @Override
        BenchShop start(Site site, Progress progress, boolean build) {
            return BenchShop.whole(site, progress, build);
        }

        @Override
        int port(Ports ports) {
            return ports.ingress();
        }
    },
    /** The services that an order goes through, without ingress and trace store. */
    SAGA("saga", "orders, services alone") {
        @Override
        BenchShop start(Site site, Progress progress, boolean build) {
            return BenchShop.services(site, progress, build, List.of("catalog", "order", "inventory", "payment"));
        }

        @Override
        int port(Ports ports) {
            return ports.service("order");
        }
    };

    private final String bench;
    private final String title;

    Subject(String bench, String title) {
        this.bench = bench;
        this.title = title;
    }

    /** The bench that measures it. */
    String bench() {
        return bench;
    }

    /** What is counted, for people. */
    String title() {
        return title;
    }

    abstract BenchShop start(Site site, Progress progress, boolean build);

    /** Where orders are posted. */
    abstract int port(Ports ports);
}
