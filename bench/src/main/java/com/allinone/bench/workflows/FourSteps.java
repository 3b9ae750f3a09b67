package com.allinone.bench.workflows;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;

/** What every workflow does: four steps as an order has them, each of which writes its row and commits. */
final class FourSteps {
    private final HikariDataSource connections;

    FourSteps(EngineSetting setting) {
        var config = new HikariConfig();
        config.setJdbcUrl(setting.jdbcUrl());
        config.setUsername(setting.user());
        config.setPassword(setting.password());
        config.setMaximumPoolSize(setting.connections());
        this.connections = new HikariDataSource(config);
    }

    HikariDataSource connections() {
        return connections;
    }

    /** One step's work, committed when this returns. */
    void write(String workflow, String step) throws SQLException {
        try (var connection = connections.getConnection();
                var statement = connection.prepareStatement(StepTable.INSERT)) {
            statement.setString(1, workflow);
            statement.setString(2, step);
            statement.executeUpdate();
        }
    }
}
