package com.allinone.launcher.backups;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.parts.Postgres;
import com.allinone.launcher.running.Progress;
import com.allinone.launcher.running.Startup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Brings the one server that has all databases back to a moment: all services forget the same things. What was is kept
 * beside it until the next restore.
 */
public final class Rewind {
    private static final String TOO_SHORT = "recovery ended before configured recovery target was reached";
    /** PostgreSQL takes a target with a numeric zone and with no other. */
    private static final DateTimeFormatter TARGET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);

    private final ShopHome home;
    private final Postgres postgres;
    private final Progress progress;

    public Rewind(ShopHome home, Postgres postgres, Progress progress) {
        this.home = home;
        this.postgres = postgres;
        this.progress = progress;
    }

    /** The files as they were before the last restore. */
    public Path before() {
        return home.backups().resolve("before-restore");
    }

    /**
     * Makes a commit that is later than the moment, so that the log has something to stop at, and the segment with it a
     * finished one. A stopping server archives the rest.
     */
    public void mark() throws SQLException {
        try (var connection = postgres.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("select pg_current_xact_id()");
            statement.execute("select pg_switch_wal()");
        }
    }

    /** The server does not run when this is called, and runs as of the moment when it returns. */
    public void to(Backup backup, Instant moment) {
        try {
            FileCopies.delete(before());
            if (Files.exists(postgres.data())) {
                Files.move(postgres.data(), before(), StandardCopyOption.ATOMIC_MOVE);
            }
            FileCopies.copy(backup.directory(), postgres.data(), below -> true);
            Files.writeString(postgres.data().resolve(Postgres.RECOVERY), TARGET.format(moment));
        } catch (IOException failed) {
            back();
            throw Failure.machine("The backup could not be laid out, and everything is as it was: %s."
                    .formatted(failed.getMessage()));
        }
        try {
            new Startup(home, progress).start(List.of(postgres));
        } catch (Failure failed) {
            var why = why(backup, moment, failed);
            back();
            throw why;
        }
    }

    private Failure why(Backup backup, Instant moment, Failure failed) {
        try {
            if (Files.readString(home.log(postgres.name())).contains(TOO_SHORT)) {
                return Failure.untrue(
                        ("The log that was archived since %s ends before %s; everything is as it was, and an"
                                        + " earlier moment can be restored.")
                                .formatted(backup.endedAt(), moment));
            }
        } catch (IOException unreadable) {
            failed.addSuppressed(unreadable);
        }
        return failed;
    }

    private void back() {
        try {
            if (Files.exists(before())) {
                FileCopies.delete(postgres.data());
                Files.move(before(), postgres.data(), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failed) {
            throw Failure.machine("The data as it was is in %s; move it to %s by hand: %s."
                    .formatted(before(), postgres.data(), failed.getMessage()));
        }
    }
}
