package com.allinone.bench.shop;

import com.allinone.launcher.parts.Site;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The server's databases as its superuser: to look, and to fill what a bench begins with. */
public final class Databases {
    private static final String SUPERUSER = "postgres";
    private final Site site;

    public Databases(Site site) {
        this.site = site;
    }

    public Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "600");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + site.ports().postgres() + "/" + database, properties);
    }

    public String user() {
        return SUPERUSER;
    }

    public String password() {
        return site.secrets().get("postgres.superuser");
    }

    /** Runs each statement, one transaction each. */
    public void run(String database, String... statements) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            for (var text : statements) {
                statement.execute(text);
            }
        }
    }

    /** The first column of the only row. */
    public long number(String database, String query) throws SQLException {
        return Long.parseLong(texts(database, query).getFirst());
    }

    /** The first column of each row. */
    public List<String> texts(String database, String query) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(String.valueOf(rows.getString(1)));
            }
            return all;
        }
    }
}
