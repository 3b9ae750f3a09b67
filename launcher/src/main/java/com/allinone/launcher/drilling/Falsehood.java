package com.allinone.launcher.drilling;

import com.allinone.launcher.parts.ServiceDatabase;
import com.allinone.launcher.parts.Site;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * What a service's database is made to say of an order, which the service's own code never would.
 *
 * @param wrong makes it wrong; {@code %s} is the order's id
 * @param right makes it right again out of other rows, so that it does no harm where nothing was wrong
 * @param what was done to the row, in words
 */
record Falsehood(Site site, String service, List<String> wrong, List<String> right, String what) {
    void tell(String order) throws IOException {
        write(wrong, order);
    }

    void takeBack(String order) throws IOException {
        write(right, order);
    }

    /** All of the statements, or none. */
    private void write(List<String> statements, String order) throws IOException {
        try (var connection = ServiceDatabase.open(site, service);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var sql : statements) {
                statement.execute(sql.replace("%s", order));
            }
            connection.commit();
        } catch (SQLException refused) {
            throw new IOException("%s's database refused: %s".formatted(service, refused.getMessage()), refused);
        }
    }
}
