package com.allinone.chaos.invariants;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Everything that must be true. */
public final class Checks {
    /**
     * What was found.
     *
     * @param deliveries records on Kafka, ever
     * @param messages that these carry; fewer, or no duplicate was ever delivered
     */
    public record Findings(List<Invariant> invariants, long deliveries, long messages) {}

    private Checks() {}

    public static Findings of(Scene scene) throws SQLException, IOException, InterruptedException {
        var all = new ArrayList<Invariant>();
        all.addAll(new OrderChecks(scene).check());
        all.addAll(new StockChecks(scene).check());
        all.addAll(new MoneyChecks(scene).check());
        all.addAll(new ProjectionChecks(scene).check());
        var messages = new MessageChecks(scene);
        all.addAll(messages.check());
        all.addAll(new ReconciliationChecks(scene).check());
        return new Findings(all, messages.deliveries(), messages.distinct());
    }
}
