package com.allinone.chaos.faults;

import com.allinone.chaos.shop.BrokenShop;
import java.util.Random;

/** {@code kill -9}, a pause, and a new start. */
record Kill(String part) implements Fault {
    @Override
    public String kind() {
        return "kill -9 " + part;
    }

    @Override
    public String strike(BrokenShop shop, Random random) throws Exception {
        var before = shop.process(part).pid();
        shop.kill(part);
        Pauses.between(random, 1_000, 3_500);
        shop.start(part);
        var after = shop.process(part).pid();
        if (before == after) {
            throw new WithoutEffect(part + " is still the same process");
        }
        return "process %d was killed, %d took its place".formatted(before, after);
    }
}
