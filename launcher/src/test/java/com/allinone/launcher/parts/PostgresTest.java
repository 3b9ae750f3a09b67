package com.allinone.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.launcher.home.Ports;
import com.allinone.launcher.home.Secrets;
import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.processes.Processes;
import com.allinone.launcher.running.Progress;
import com.allinone.launcher.running.Startup;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The very server that the shop runs on, in a directory and on a port of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresTest {
    private final Site site;
    private final Postgres postgres;
    private final Processes processes;

    PostgresTest(@TempDir Path directory) {
        var offset = Stream.generate(() -> ThreadLocalRandom.current().nextInt(10_000, 40_000))
                .filter(candidate -> Probe.free(new Ports(candidate).postgres()))
                .findFirst()
                .orElseThrow();
        var home = new ShopHome(Path.of(".."), directory);
        this.site = new Site(home, new Ports(offset), new Secrets(directory), Map.of());
        this.postgres = new Postgres(site);
        this.processes = new Processes(home);
    }

    @BeforeAll
    void start() {
        start(new StringWriter());
    }

    @AfterAll
    void stop() {
        processes.stop(postgres.name(), postgres.stopSignal(), postgres.grace());
    }

    @Test
    void aServiceSignsInToItsOwnDatabase() throws SQLException {
        try (var connection = connect("order", "order")) {
            assertThat(connection.getCatalog()).isEqualTo("order");
        }
    }

    @Test
    void noServiceCanSignInToAnothersDatabase() {
        for (var role : Service.NAMES) {
            Stream.concat(Service.NAMES.stream(), Stream.of("keycloak", "postgres", "template1"))
                    .filter(database -> !database.equals(role))
                    .forEach(database -> assertThatThrownBy(() -> connect(role, database))
                            .as("%s in the database %s", role, database)
                            .hasMessageContaining("permission denied for database"));
        }
    }

    @Test
    void nobodySignsInWithoutTheRightPassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(Postgres.url(site, "order"), "order", "order"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void commitsAreDurableAndTransactionsAreBounded() throws SQLException {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("transaction_timeout")).isEqualTo("5s");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("3s");
    }

    @Test
    void koreanIsCutIntoTrigrams() throws SQLException {
        try (var connection = connect("catalog", "catalog");
                var statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_trgm");
            try (var rows = statement.executeQuery("select similarity('청자 머그컵', '청자 머그')")) {
                rows.next();
                assertThat(rows.getDouble(1)).isGreaterThan(0.5);
            }
        }
    }

    @Test
    void startingTwiceKeepsTheServerThatRuns() {
        var before = processes.find(postgres.name()).orElseThrow();
        var told = new StringWriter();

        start(told);

        assertThat(processes.find(postgres.name())).contains(before);
        assertThat(told.toString()).contains("runs already");
    }

    private void start(StringWriter told) {
        new Startup(site.home(), new Progress(new PrintWriter(told))).start(List.of(postgres));
    }

    private String setting(String name) throws SQLException {
        try (var connection = connect("order", "order");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect(String role, String database) throws SQLException {
        return DriverManager.getConnection(
                Postgres.url(site, database), role, Databases.password(site.secrets(), role));
    }
}
