package com.allinone.messaging.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a result, read by column name. A column that is null where none may be is a defect and says so. */
public final class Row {

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public String text(String column) {
        return present(column, textOrNull(column));
    }

    public @Nullable String textOrNull(String column) {
        return DatabaseFailure.translating(() -> result.getString(column));
    }

    public long number(String column) {
        return DatabaseFailure.translating(() -> {
            long value = result.getLong(column);
            if (result.wasNull()) {
                throw absent(column);
            }
            return value;
        });
    }

    public @Nullable Long numberOrNull(String column) {
        return DatabaseFailure.translating(() -> result.getObject(column, Long.class));
    }

    public byte @Nullable [] bytesOrNull(String column) {
        return DatabaseFailure.translating(() -> result.getBytes(column));
    }

    public int integer(String column) {
        return Math.toIntExact(number(column));
    }

    public boolean flag(String column) {
        return DatabaseFailure.translating(() -> result.getBoolean(column));
    }

    public UUID uuid(String column) {
        return present(column, uuidOrNull(column));
    }

    public @Nullable UUID uuidOrNull(String column) {
        return DatabaseFailure.translating(() -> result.getObject(column, UUID.class));
    }

    public Instant instant(String column) {
        return present(column, instantOrNull(column));
    }

    public @Nullable Instant instantOrNull(String column) {
        OffsetDateTime value = DatabaseFailure.translating(() -> result.getObject(column, OffsetDateTime.class));
        return value == null ? null : value.toInstant();
    }

    boolean next() throws SQLException {
        return result.next();
    }

    private static <T> T present(String column, @Nullable T value) {
        if (value == null) {
            throw absent(column);
        }
        return value;
    }

    private static IllegalStateException absent(String column) {
        return new IllegalStateException("Column " + column + " is null");
    }
}
