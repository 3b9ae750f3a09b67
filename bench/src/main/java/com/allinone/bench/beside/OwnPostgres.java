package com.allinone.bench.beside;

import com.allinone.bench.shop.BenchShop;
import com.allinone.bench.shop.Databases;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.home.Ports;
import com.allinone.launcher.home.Secrets;
import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.parts.Part;
import com.allinone.launcher.parts.Postgres;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.running.Progress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A PostgreSQL with the shop's programs and settings and an empty database, for something that is measured beside the
 * shop: in a home and on a port of its own.
 */
final class OwnPostgres implements AutoCloseable {
    private final BenchShop server;
    private final Databases databases;
    private final String name;

    private OwnPostgres(BenchShop server, String name) {
        this.server = server;
        this.databases = new Databases(server.site());
        this.name = name;
    }

    /**
     * Starts it.
     *
     * @param name of whom it is for; its database is called so too
     * @param step added to the shop's port offset, another one for each that run together
     */
    static OwnPostgres start(Site shop, String name, int step, Progress progress) {
        return start(shop, name, step, progress, site -> List.of());
    }

    /** Starts it, and more beside it. */
    static OwnPostgres start(Site shop, String name, int step, Progress progress, Function<Site, List<Part>> more) {
        var site = site(shop, name, step);
        var parts = Stream.concat(Stream.of(new Postgres(site)), more.apply(site).stream());
        var server = BenchShop.of(site, progress, parts.toList());
        var own = new OwnPostgres(server, name);
        try {
            own.databases.run("postgres", "create database \"%s\"".formatted(name));
            return own;
        } catch (SQLException failed) {
            own.close();
            throw Failure.part("postgres refused the database for %s: %s.".formatted(name, failed.getMessage()));
        }
    }

    /** Where it is, whether it runs or not. */
    static Site site(Site shop, String name, int step) {
        var directory = shop.home().directory();
        var home = new ShopHome(shop.home().checkout(), directory.resolveSibling(directory.getFileName() + "-" + name));
        return new Site(home, new Ports(shop.ports().offset() + step), new Secrets(home.directory()), Map.of());
    }

    Site site() {
        return server.site();
    }

    /** The database's name. */
    String database() {
        return name;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + name;
    }

    int port() {
        return server.site().ports().postgres();
    }

    String user() {
        return databases.user();
    }

    String password() {
        return databases.password();
    }

    /** A file that is forgotten with the next run. */
    Path file(String file) {
        return server.site().home().run().resolve(file);
    }

    Path log(String program) {
        return server.log(program);
    }

    /** Runs each statement, one transaction each. */
    void run(String... statements) throws SQLException {
        databases.run(name, statements);
    }

    /** The first column of the only row. */
    long number(String query) throws SQLException {
        return databases.number(name, query);
    }

    /** Of the server, and of what was started beside it. */
    Map<String, Long> processorMillis() {
        return server.processorMillis();
    }

    @Override
    public void close() {
        server.close();
    }
}
