package com.allinone.messaging.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The database refused or could not be reached.
 *
 * <p>Only what the statement's own values caused is {@linkplain #causedByData() by data}: SQLSTATE class 22 (data
 * exception) and 23 (integrity constraint violation), and what a trigger raises (P0001). Everything else (connection
 * lost, timeout, serialization, full disk, a table that a migration has not made yet) may pass, and is worth trying
 * again.
 */
public final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String UNSTORABLE = "22021";
    private static final String RAISED = "P0001";

    private final @Nullable String state;

    public DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
        this.state = cause.getSQLState();
    }

    /** Whether the same statement with the same values would fail again on a healthy database. */
    public boolean causedByData() {
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.equals(RAISED));
    }

    /** Whether work that failed so would fail again on healthy infrastructure; a handler may have wrapped the cause. */
    public static boolean deterministic(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseFailure database) {
                return database.causedByData();
            }
        }
        return true;
    }

    /** Whether a text holds what PostgreSQL cannot store, a NUL: nobody but the sender can mend that. */
    public boolean unstorableText() {
        return UNSTORABLE.equals(state);
    }

    static <T extends @Nullable Object> T translating(Call<T> call) {
        try {
            return call.run();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** A piece of JDBC. */
    @FunctionalInterface
    interface Call<T extends @Nullable Object> {
        T run() throws SQLException;
    }
}
