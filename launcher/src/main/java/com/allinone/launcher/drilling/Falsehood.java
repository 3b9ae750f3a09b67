package com.allinone.launcher.drilling;

import com.allinone.launcher.parts.ServiceDatabase;
import com.allinone.launcher.parts.Site;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Writes into a service's database what its own code never would; all of it or nothing. */
record Falsehood(Site site, String service) {
    void write(List<String> statements) throws IOException {
        try (var connection = ServiceDatabase.open(site, service);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException refused) {
            throw new IOException("%s's database refused: %s".formatted(service, refused.getMessage()), refused);
        }
    }
}
