package com.allinone.launcher.parts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A service's own database, opened as the service itself. */
public final class ServiceDatabase {
    private ServiceDatabase() {}

    public static Connection open(Site site, String service) throws SQLException {
        return DriverManager.getConnection(
                Postgres.url(site, service), service, Databases.password(site.secrets(), service));
    }
}
