package com.allinone.chaos.driving;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What is sold: a few SKUs of plenty, some that run out, and many of which there is one. */
public final class Goods {
    static final long PRICE = 12_900;
    static final int PLENTY_UNITS = 900_000;
    private static final int PLENTY = 6;
    private static final int SCARCE = 8;
    private static final int MOST_SINGLE = 200;

    private final List<Good> all = new ArrayList<>();

    /** One SKU. */
    public record Good(String sku, Kind kind, int units) {}

    /** How much there is of it. */
    public enum Kind {
        PLENTY,
        SCARCE,
        SINGLE
    }

    /** What a run of so many orders needs. */
    public Goods(int orders) {
        for (var i = 0; i < PLENTY; i++) {
            all.add(new Good("CHAOS-PLENTY-%02d".formatted(i), Kind.PLENTY, PLENTY_UNITS));
        }
        for (var i = 0; i < SCARCE; i++) {
            all.add(new Good("CHAOS-SCARCE-%02d".formatted(i), Kind.SCARCE, Math.max(5, orders / 200)));
        }
        for (var i = 0; i < Math.clamp(orders / 40, 4, MOST_SINGLE); i++) {
            all.add(new Good("CHAOS-ONE-%03d".formatted(i), Kind.SINGLE, 1));
        }
    }

    public List<Good> all() {
        return List.copyOf(all);
    }

    public List<Good> of(Kind kind) {
        return all.stream().filter(good -> good.kind() == kind).toList();
    }

    /** One to three different ones, mostly of those of which there is plenty. */
    List<Good> pick(Random random) {
        var picked = new ArrayList<Good>();
        var lines = random.nextInt(10) < 7 ? 1 : 2 + random.nextInt(2);
        while (picked.size() < lines) {
            var draw = random.nextInt(100);
            var kind = draw < 74 ? Kind.PLENTY : draw < 90 ? Kind.SCARCE : Kind.SINGLE;
            var among = of(kind);
            var good = among.get(random.nextInt(among.size()));
            if (!picked.contains(good)) {
                picked.add(good);
            }
        }
        return picked;
    }
}
