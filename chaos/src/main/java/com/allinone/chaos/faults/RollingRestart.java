package com.allinone.chaos.faults;

import com.allinone.chaos.shop.BrokenShop;
import com.allinone.launcher.parts.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;

/** Every service ends as it was asked to and starts again, one after the other. */
record RollingRestart() implements Fault {
    @Override
    public String kind() {
        return "rolling restart";
    }

    @Override
    public String strike(BrokenShop shop, Random random) throws Exception {
        var services = new ArrayList<>(Service.NAMES);
        Collections.shuffle(services, random);
        var unwilling = new ArrayList<String>();
        for (var service : services) {
            if (!shop.stop(service)) {
                unwilling.add(service);
            }
            shop.start(service);
        }
        return "%s%s"
                .formatted(
                        String.join(", ", services),
                        unwilling.isEmpty() ? ", each ended by itself" : "; had to be killed: " + unwilling);
    }
}
