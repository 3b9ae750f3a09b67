package com.allinone.launcher.parts;

import com.allinone.launcher.home.Secrets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A database and a role for each owner; a role can connect to its own database and to no other. */
final class Databases {
    static final String KEYCLOAK = "keycloak";
    private final Connection superuser;
    private final Secrets secrets;

    Databases(Connection superuser, Secrets secrets) {
        this.superuser = superuser;
        this.secrets = secrets;
    }

    void furnish() throws SQLException {
        execute("revoke connect on database postgres from public");
        execute("revoke connect on database template1 from public");
        var owners = new ArrayList<>(Service.NAMES);
        owners.add(KEYCLOAK);
        var roles = column("select rolname from pg_roles");
        var databases = column("select datname from pg_database");
        for (var owner : owners) {
            if (!roles.contains(owner)) {
                execute("create role \"%s\" login nosuperuser nocreatedb nocreaterole".formatted(owner));
            }
            execute("alter role \"%s\" password '%s'".formatted(owner, password(secrets, owner)));
            if (!databases.contains(owner)) {
                execute("create database \"%s\" owner \"%s\"".formatted(owner, owner));
            }
            execute("revoke all on database \"%s\" from public".formatted(owner));
        }
        boundTransactions(Service.NAMES);
    }

    static String password(Secrets secrets, String owner) {
        return secrets.get("postgres." + owner);
    }

    /** No service may hold locks for long: a frozen one is cut off, and everybody else goes on. */
    private void boundTransactions(List<String> owners) throws SQLException {
        for (var owner : owners) {
            execute("alter role \"%s\" set transaction_timeout = '5s'".formatted(owner));
            execute("alter role \"%s\" set idle_in_transaction_session_timeout = '3s'".formatted(owner));
        }
    }

    private Set<String> column(String query) throws SQLException {
        var values = new HashSet<String>();
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
