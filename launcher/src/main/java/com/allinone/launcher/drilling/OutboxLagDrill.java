package com.allinone.launcher.drilling;

import com.allinone.launcher.demo.Ordering;
import java.io.IOException;

/** Kafka stands still; an order is accepted all the same, and its messages wait. */
record OutboxLagDrill(Ordering shopper, Frozen kafka) implements Drill {
    @Override
    public String name() {
        return "outbox-lag";
    }

    @Override
    public String alert() {
        return "OutboxLag";
    }

    @Override
    public String cause() throws IOException {
        kafka.freeze();
        var order = shopper.place(Goods.MUG).orderId();
        return "Kafka stands still; order %s was accepted, and its messages do not leave".formatted(order);
    }

    @Override
    public String repair() throws IOException {
        kafka.thaw();
        return "Kafka is back; relays go on by themselves";
    }
}
