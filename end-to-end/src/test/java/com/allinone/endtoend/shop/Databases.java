package com.allinone.endtoend.shop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A look into the services' databases, as a person with {@code psql} would take it; nothing is ever written. */
public record Databases(int port, Secrets secrets) {

    /** The first column of what the service's own role reads in the service's own database, as text. */
    public List<String> ask(String service, String query, Object... values) {
        try (Connection connection = connect(service, service);
                var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                List<String> column = new ArrayList<>();
                while (rows.next()) {
                    column.add(String.valueOf(rows.getString(1)));
                }
                return column;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("%s answered %s to %s".formatted(service, e.getMessage(), query), e);
        }
    }

    public long number(String service, String query, Object... values) {
        return Long.parseLong(ask(service, query, values).getFirst());
    }

    /** Connects with the role of one service to the database of another, which must not go well. */
    public Connection connect(String role, String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", role);
        login.setProperty("password", secrets.get("postgres." + role));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), login);
    }
}
