package com.allinone.chaos.driving;

import com.allinone.chaos.shop.Databases;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** An operator who looks now and then which orders wait for a refund by hand, and settles them. */
public final class Settling implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private final Databases databases;
    private final Operator operator;
    private final Set<UUID> settled = ConcurrentHashMap.newKeySet();
    private final Thread looking;

    public Settling(Databases databases, Operator operator) {
        this.databases = databases;
        this.operator = operator;
        this.looking = Thread.ofVirtual().start(this::look);
    }

    /** How many orders were settled. */
    public int settled() {
        return settled.size();
    }

    private void look() {
        try {
            while (!Thread.interrupted()) {
                for (var order : waiting()) {
                    if (operator.settle(order)) {
                        settled.add(order);
                    }
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
        }
    }

    private List<UUID> waiting() {
        try {
            return databases.list(
                    "order",
                    "select order_id from orders where status = 'REFUND_BY_HAND'",
                    row -> row.getObject(1, UUID.class));
        } catch (SQLException later) {
            return List.of();
        }
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}
