package com.allinone.order;

import com.allinone.messaging.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** The database as the previous release left it: its tables and its orders, before this one migrates and starts. */
public final class PreviousRelease implements QuarkusTestResourceLifecycleManager {

    static final String ORDERS = "/releases/1/orders.sql";

    private final PostgresResource postgres = new PostgresResource();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = postgres.start();
        String url = settings.get("quarkus.datasource.jdbc.url");
        String user = settings.get("quarkus.datasource.username");
        String password = settings.get("quarkus.datasource.password");
        Flyway.configure(PreviousRelease.class.getClassLoader())
                .dataSource(url, user, password)
                .locations("db/messaging", "db/http", "db/migration")
                .target("1")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(orders());
        } catch (SQLException e) {
            throw new IllegalStateException("The previous release's orders were not stored", e);
        }
        return settings;
    }

    @Override
    public void stop() {
        postgres.stop();
    }

    static String orders() {
        try (InputStream file = PreviousRelease.class.getResourceAsStream(ORDERS)) {
            if (file == null) {
                throw new IllegalStateException(ORDERS + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
