package com.allinone.chaos.shop;

import com.allinone.launcher.parts.Site;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The databases of the services, past every proxy, as the superuser: to look, and to do what nobody else may. */
public final class Databases {
    private static final String SUPERUSER = "postgres";
    private final Site site;

    public Databases(Site site) {
        this.site = site;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Reading<T> {
        T row(ResultSet row) throws SQLException;
    }

    /** Takes one row in. */
    @FunctionalInterface
    public interface Taking {
        void row(ResultSet row) throws SQLException;
    }

    public Connection connect(String database) throws SQLException {
        return connect(database, SUPERUSER, "postgres.superuser");
    }

    /** A connection as the service's own role, with that role's bounds. */
    public Connection connectAsOwner(String service) throws SQLException {
        return connect(service, service, "postgres." + service);
    }

    private Connection connect(String database, String role, String secret) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", site.secrets().get(secret));
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "300");
        var port = site.ports().postgres();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    public <T> List<T> list(String database, String query, Reading<T> reading, Object... values) throws SQLException {
        var all = new ArrayList<T>();
        each(database, query, row -> all.add(reading.row(row)), values);
        return all;
    }

    /** Reads row by row, of results that need not fit into memory. */
    public void each(String database, String query, Taking taking, Object... values) throws SQLException {
        try (var connection = connect(database)) {
            connection.setAutoCommit(false);
            try (var statement = prepared(connection, query, values)) {
                statement.setFetchSize(5_000);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        taking.row(rows);
                    }
                }
            }
        }
    }

    /** The first column of the first row; 0 when it is null. */
    public long number(String database, String query, Object... values) throws SQLException {
        return list(database, query, row -> row.getLong(1), values).getFirst();
    }

    public List<String> texts(String database, String query, Object... values) throws SQLException {
        return list(database, query, row -> String.valueOf(row.getString(1)), values);
    }

    public int update(String database, String statement, Object... values) throws SQLException {
        try (var connection = connect(database);
                var prepared = prepared(connection, statement, values)) {
            return prepared.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String text, Object... values)
            throws SQLException {
        var statement = connection.prepareStatement(text);
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
