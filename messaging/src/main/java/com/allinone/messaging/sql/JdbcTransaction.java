package com.allinone.messaging.sql;

import java.sql.Connection;

/** A transaction on a connection of PostgreSQL. */
final class JdbcTransaction extends Transaction {

    private final Connection connection;

    JdbcTransaction(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Sql sql(String text) {
        return new Sql(connection, text);
    }
}
