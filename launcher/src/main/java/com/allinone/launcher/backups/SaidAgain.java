package com.allinone.launcher.backups;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Has every service publish its log again from a moment on, into topics that are empty. It is done while no service
 * runs, so no relay has anything at hand and nothing new can overtake; inboxes drop what was done.
 */
public final class SaidAgain {
    private static final String REQUEUE = """
            insert into outbox_pending (position, recorded_at)
            select position, recorded_at from outbox where recorded_at >= ?
            on conflict do nothing""";
    private static final String AUDIT = """
            insert into operator_action (at, author, action, reason, outcome)
            values (now(), 'shop restore', 'REPUBLISH', ?, ?)""";

    private final Postgres postgres;

    public SaidAgain(Postgres postgres) {
        this.postgres = postgres;
    }

    /** Returns how many messages were put back into the queue. */
    public int of(String service, Instant from, String reason) {
        try (var connection = postgres.connect(service)) {
            connection.setAutoCommit(false);
            var count = requeued(connection, from);
            try (var audit = connection.prepareStatement(AUDIT)) {
                audit.setString(1, reason);
                audit.setString(2, "From " + from + ": " + count + " messages put back");
                audit.executeUpdate();
            }
            connection.commit();
            return count;
        } catch (SQLException failed) {
            throw Failure.part("What %s said cannot be published again: %s; %s"
                    .formatted(service, failed.getMessage(), "the databases are restored, and nothing else runs."));
        }
    }

    private static int requeued(Connection connection, Instant from) throws SQLException {
        try (var requeue = connection.prepareStatement(REQUEUE)) {
            requeue.setObject(1, OffsetDateTime.ofInstant(from, ZoneOffset.UTC));
            return requeue.executeUpdate();
        }
    }
}
