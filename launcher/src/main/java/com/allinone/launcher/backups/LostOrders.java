package com.allinone.launcher.backups;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Postgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** What shoppers were promised and will not get: somebody has to tell them. Ids only, no personal data. */
public final class LostOrders {
    private static final String AFTER = """
            select order_id, user_id, placed_at, status, amount, currency from orders
             where placed_at > ? order by placed_at""";

    private final Postgres postgres;

    public LostOrders(Postgres postgres) {
        this.postgres = postgres;
    }

    /** Writes the orders that were placed after the moment, a line each; how many. */
    public long list(Instant moment, Path file) {
        var count = 0L;
        try (var connection = postgres.connect("order");
                var statement = connection.prepareStatement(AFTER);
                var out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            connection.setAutoCommit(false);
            statement.setFetchSize(1_000);
            statement.setObject(1, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
            out.println("order,user,placed,status,amount,currency");
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    out.printf(
                            "%s,%s,%s,%s,%d,%s%n",
                            rows.getString("order_id"),
                            rows.getString("user_id"),
                            rows.getObject("placed_at", OffsetDateTime.class).toInstant(),
                            rows.getString("status"),
                            rows.getLong("amount"),
                            rows.getString("currency"));
                    count++;
                }
            }
            return count;
        } catch (SQLException | IOException failed) {
            throw Failure.part("The orders after %s cannot be listed: %s.".formatted(moment, failed.getMessage()));
        }
    }
}
