package com.allinone.launcher.backups;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Set;

/**
 * Copies the files of a server that runs and is written to, as PostgreSQL's "Making a Base Backup Using the Low Level
 * API" has it: what is torn in the copy is put right by the log from the backup's start on.
 */
public final class BaseBackup {
    /** Directories whose content a server makes anew. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init");
    /** Ending a backup waits until the log that it needs is archived. */
    private static final int ARCHIVED_SECONDS = 120;

    private final Postgres postgres;
    private final Backups backups;

    public BaseBackup(Postgres postgres, Backups backups) {
        this.postgres = postgres;
        this.backups = backups;
    }

    /** Takes one; whoever works with the server goes on. */
    public Backup take() {
        if (!postgres.healthy()) {
            throw Failure.part("postgres does not run; ./shop up starts it.");
        }
        try (var connection = postgres.connect("postgres")) {
            open();
            return take(connection);
        } catch (SQLException failed) {
            throw Failure.part("postgres did not let itself be copied: %s.".formatted(failed.getMessage()));
        } catch (IOException failed) {
            throw Failure.machine("The backup could not be written: %s.".formatted(failed.getMessage()));
        }
    }

    /** From now on every finished segment is kept. */
    private void open() throws IOException {
        Files.createDirectories(postgres.archive().directory());
        postgres.own(postgres.archive().directory());
    }

    private Backup take(Connection connection) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            var first = "";
            var now = OffsetDateTime.MIN;
            try (var rows = statement.executeQuery(
                    "select pg_walfile_name(pg_backup_start('shop', fast => true)), clock_timestamp()")) {
                rows.next();
                first = rows.getString(1);
                now = rows.getObject(2, OffsetDateTime.class);
            }
            var files = backups.begin(now.toInstant());
            FileCopies.copy(postgres.data(), files, BaseBackup::belongs);
            statement.setQueryTimeout(ARCHIVED_SECONDS);
            try (var rows =
                    statement.executeQuery("select labelfile, spcmapfile, clock_timestamp() from pg_backup_stop()")) {
                rows.next();
                Files.writeString(files.resolve("backup_label"), rows.getString(1));
                return backups.keep(
                        files, first, rows.getObject(3, OffsetDateTime.class).toInstant());
            }
        }
    }

    private static boolean belongs(Path below) {
        var first = below.getName(0).toString();
        var name = below.getFileName().toString();
        return !EMPTIED.contains(first) && !LEFT_OUT.contains(name) && !name.startsWith("pgsql_tmp");
    }
}
