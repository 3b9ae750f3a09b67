package com.allinone.launcher.parts;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.processes.Processes;
import com.allinone.launcher.processes.Program;
import com.allinone.launcher.processes.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * One PostgreSQL server with a database and a role for each service and one for Keycloak. Durable as in production:
 * {@code fsync} and {@code synchronous_commit} are on.
 */
public final class Postgres implements Part {
    static final String NAME = "postgres";
    /**
     * Tells the server that its files are a backup; here it also says until when its log is to be read. The server
     * deletes it when it has come there.
     */
    public static final String RECOVERY = "recovery.signal";

    private static final Duration RECOVERED = Duration.ofHours(2);
    private static final String VERSION = "18.6.0";
    private static final String SUPERUSER = "postgres";
    private final Site site;
    private final Path data;
    private final WalArchive archive;

    public Postgres(Site site) {
        this.site = site;
        this.data = site.home().data(NAME);
        this.archive = WalArchive.of(site.home());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Integer> ports() {
        return List.of(site.ports().postgres());
    }

    @Override
    public StopSignal stopSignal() {
        return StopSignal.INT;
    }

    @Override
    public void prepare() {
        var programs = unpacked();
        var root = Root.look();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(programs, root);
        }
        root.own(data);
        if (archive.isOpen()) {
            root.own(archive.directory());
        }
        configure();
    }

    @Override
    public Program program() {
        var command = new ArrayList<>(Root.look().prefix());
        command.addAll(List.of(directory().resolve("bin/postgres").toString(), "-D", data.toString()));
        command.addAll(List.of("-c", Processes.mark(site.home(), NAME)));
        return new Program(command, Map.of(), site.home().directory(), VERSION + settings());
    }

    /** A server that still reads its archive answers questions, but is not what others can work with. */
    @Override
    public boolean healthy() {
        try (var connection = connect(SUPERUSER);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_is_in_recovery()")) {
            return rows.next() && !rows.getBoolean(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void furnish() {
        try (var connection = connect(SUPERUSER)) {
            new Databases(connection, site.secrets()).furnish();
        } catch (SQLException failed) {
            throw Failure.part("postgres refused to make the databases: " + failed.getMessage() + ".");
        }
    }

    static String url(Site site, String database) {
        return "jdbc:postgresql://127.0.0.1:" + site.ports().postgres() + "/" + database;
    }

    /** Where the server keeps everything. */
    public Path data() {
        return data;
    }

    public WalArchive archive() {
        return archive;
    }

    /** Gives a directory to the user that the server runs as. */
    public void own(Path directory) {
        Root.look().own(directory);
    }

    /** As the superuser, for what concerns the server as a whole. */
    public Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", site.secrets().get("postgres.superuser"));
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "3");
        return DriverManager.getConnection(url(site, database), properties);
    }

    private Path directory() {
        return site.home().programs().resolve("postgres-" + VERSION);
    }

    private Path unpacked() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var archive = "/postgres-%s-%s.txz".formatted(system, machine);
        return Archives.once(directory(), into -> {
            try (var content = Postgres.class.getResourceAsStream(archive)) {
                if (content == null) {
                    throw Failure.machine(
                            "There is no PostgreSQL for this kind of machine (%s, %s).".formatted(system, machine));
                }
                Archives.untarXz(content, into);
            }
        });
    }

    /** A directory that was only half made (killed in the middle, disk full) is made again. */
    private void initialise(Path programs, Root root) {
        try {
            Archives.delete(data);
            Files.createDirectories(data);
            var password = Files.createTempFile(
                    site.home().run(),
                    "password",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(password, site.secrets().get("postgres.superuser"));
            root.own(data);
            root.own(password);
            var command = new ArrayList<>(root.prefix());
            command.add(programs.resolve("bin/initdb").toString());
            command.addAll(List.of("-D", data.toString(), "-U", SUPERUSER, "--pwfile", password.toString()));
            command.addAll(List.of("-A", "scram-sha-256", "-E", "UTF8", "--no-instructions"));
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
            command.add("--lc-ctype=" + (Files.isDirectory(Path.of("/System/Library")) ? "en_US.UTF-8" : "C.UTF-8"));
            Tool.run("initdb", command, Map.of(), site.home());
            Files.delete(password);
        } catch (IOException failed) {
            throw Failure.machine("Cannot write to %s: %s.".formatted(data, failed.getMessage()));
        }
    }

    private void configure() {
        try {
            var recovery = data.resolve(RECOVERY);
            var target = Files.exists(recovery) ? Files.readString(recovery).strip() : "";
            Files.writeString(
                    data.resolve("postgresql.auto.conf"),
                    target.isEmpty() ? settings() : settings() + archive.recovery(target));
            Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        } catch (IOException failed) {
            throw Failure.machine("Cannot write to %s: %s.".formatted(data, failed.getMessage()));
        }
    }

    private String settings() {
        return """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                max_connections = 200
                shared_buffers = 64MB
                max_wal_size = 1GB
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_line_prefix = '%%m [%%p] %%d '
                """.formatted(site.ports().postgres()) + archive.settings();
    }

    @Override
    public Duration patience() {
        return Files.exists(data.resolve(RECOVERY)) ? RECOVERED : Duration.ofSeconds(60);
    }
}
