package com.allinone.messaging.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One statement with positional parameters, bound in order and run once. */
public final class Sql {

    private final Connection connection;
    private final String text;
    private final List<Binding> bindings = new ArrayList<>();

    Sql(Connection connection, String text) {
        this.connection = connection;
        this.text = text;
    }

    /** A text, UUID, number, boolean, instant (as timestamptz), byte array, or null. */
    public Sql bind(@Nullable Object value) {
        bindings.add((statement, index) -> {
            if (value instanceof Instant instant) {
                statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            } else if (value == null) {
                statement.setNull(index, Types.NULL);
            } else {
                statement.setObject(index, value);
            }
        });
        return this;
    }

    /** JSON text, for a json or jsonb column. */
    public Sql bindJson(String json) {
        bindings.add((statement, index) -> statement.setObject(index, json, Types.OTHER));
        return this;
    }

    /** An array, for {@code = any(?)} or {@code unnest(?)}; {@code type} is PostgreSQL's name of an element. */
    public Sql bindArray(String type, Collection<? extends @Nullable Object> values) {
        Object[] elements = values.stream()
                .map(value -> value instanceof Instant instant ? (Object) instant.toString() : value)
                .toArray();
        bindings.add((statement, index) -> statement.setArray(index, connection.createArrayOf(type, elements)));
        return this;
    }

    /** Runs it; returns the number of rows changed. */
    public int update() {
        return DatabaseFailure.translating(() -> {
            try (PreparedStatement statement = prepare()) {
                return statement.executeUpdate();
            }
        });
    }

    /** Runs it; every row, mapped. */
    public <T> List<T> list(RowMapper<T> mapper) {
        return DatabaseFailure.translating(() -> {
            try (PreparedStatement statement = prepare();
                    ResultSet result = statement.executeQuery()) {
                Row row = new Row(result);
                List<T> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(mapper.map(row));
                }
                return rows;
            }
        });
    }

    /** Runs it; the first row, mapped. */
    public <T> Optional<T> first(RowMapper<T> mapper) {
        return list(mapper).stream().findFirst();
    }

    private PreparedStatement prepare() throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        int index = 1;
        for (Binding binding : bindings) {
            binding.apply(statement, index++);
        }
        return statement;
    }

    @FunctionalInterface
    private interface Binding {
        void apply(PreparedStatement statement, int index) throws SQLException;
    }
}
