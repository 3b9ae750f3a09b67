package com.allinone.launcher.backups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.launcher.home.Ports;
import com.allinone.launcher.home.Secrets;
import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.parts.Postgres;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.processes.Processes;
import com.allinone.launcher.running.Progress;
import com.allinone.launcher.running.Startup;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The very server that the shop runs on is copied while it works, and goes back. */
class RewindTest {
    private static final int SERVER = 15_432;
    private final Site site;
    private final Postgres postgres;
    private final Backups backups;
    private final Rewind rewind;

    RewindTest(@TempDir Path directory) throws IOException {
        // A quote and a percent sign are special to PostgreSQL's commands, and allowed in a directory's name.
        var home = new ShopHome(Path.of(".."), directory.resolve("it's 100%"));
        this.site = new Site(home, new Ports(offset()), new Secrets(home.directory()), Map.of());
        this.postgres = new Postgres(site);
        this.backups = new Backups(home.backups());
        this.rewind = new Rewind(home, postgres, new Progress(new PrintWriter(new StringWriter())));
    }

    @BeforeEach
    void start() throws SQLException {
        run();
        execute("create table heard (word text)");
    }

    @AfterEach
    void stop() {
        new Processes(site.home()).stop(postgres.name(), postgres.stopSignal(), postgres.grace());
    }

    @Test
    void aMomentAfterABackupIsRestoredTwiceAndTheHistoryGoesOnFromThere() throws SQLException {
        say("before the backup");
        var backup = new BaseBackup(postgres, backups).take();
        say("before the moment");
        var moment = now();
        say("after the moment");
        end();

        rewind.to(backup, moment);

        assertThat(words()).containsExactly("before the backup", "before the moment");
        assertThat(Files.exists(rewind.before().resolve("PG_VERSION"))).isTrue();

        say("in the new history");
        var later = now();
        say("never mind");
        end();
        rewind.to(backups.before(later).orElseThrow(), later);

        assertThat(words()).containsExactly("before the backup", "before the moment", "in the new history");
    }

    @Test
    void aMomentThatTheLogDoesNotReachLeavesEverythingAsItWas() throws SQLException {
        var backup = new BaseBackup(postgres, backups).take();
        say("kept");
        var beyond = now().plusSeconds(60);
        end();

        assertThatThrownBy(() -> rewind.to(backup, beyond)).hasMessageContaining("ends before");

        run();
        assertThat(words()).containsExactly("kept");
    }

    @Test
    void theOldestBackupsAreForgottenAndTheLogBeforeTheRest() throws SQLException, IOException {
        var oldest = new BaseBackup(postgres, backups).take();
        say("between");
        var newest = new BaseBackup(postgres, backups).take();
        var half = Files.createDirectories(site.home().backups().resolve("base-half"));

        assertThat(backups.keepOnly(1, postgres.archive())).isEqualTo(2);

        assertThat(backups.all()).containsExactly(newest);
        assertThat(oldest.directory()).doesNotExist();
        assertThat(half).doesNotExist();
        assertThat(backups.before(oldest.endedAt())).isEmpty();
        try (var segments = Files.list(postgres.archive().directory())) {
            assertThat(segments.map(segment -> segment.getFileName().toString().substring(0, 24)))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(name).isGreaterThanOrEqualTo(newest.firstSegment()));
        }
    }

    @Test
    void nothingIsArchivedBeforeTheFirstBackup() throws SQLException {
        rewind.mark();

        assertThat(postgres.archive().isOpen()).isFalse();
    }

    private void run() {
        new Startup(site.home(), new Progress(new PrintWriter(new StringWriter()))).start(List.of(postgres));
    }

    private void end() throws SQLException {
        rewind.mark();
        stop();
    }

    private void say(String word) throws SQLException {
        execute("insert into heard values ('" + word + "')");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = postgres.connect("order");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> words() throws SQLException {
        try (var connection = postgres.connect("order");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select word from heard")) {
            var words = new ArrayList<String>();
            while (rows.next()) {
                words.add(rows.getString(1));
            }
            return words;
        }
    }

    private Instant now() throws SQLException {
        try (var connection = postgres.connect("order");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select clock_timestamp()")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static int offset() throws IOException {
        while (true) {
            try (var socket = new ServerSocket(0)) {
                if (socket.getLocalPort() - SERVER > 0) {
                    return socket.getLocalPort() - SERVER;
                }
            }
        }
    }
}
