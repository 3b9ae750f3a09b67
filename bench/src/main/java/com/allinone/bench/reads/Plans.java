package com.allinone.bench.reads;

import com.allinone.bench.shop.BenchShop;
import com.allinone.bench.shop.Databases;
import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The plans of the very statements that services run: the server is told to log what it executes while one request is
 * made, and explains what it has logged.
 */
final class Plans {
    private static final String EXPLAIN = "explain (analyze, costs off, timing off, summary off, buffers off) ";
    private static final int LOOKS = 20;
    private static final int BETWEEN_MILLIS = 250;

    private final BenchShop shop;
    private final Databases databases;

    Plans(BenchShop shop) {
        this.shop = shop;
        this.databases = new Databases(shop.site());
    }

    Map<String, Explained> of(Iterable<Read> reads) throws SQLException, IOException, InterruptedException {
        databases.run("postgres", "alter system set log_statement = 'all'", "select pg_reload_conf()");
        try {
            Map<String, Explained> plans = new TreeMap<>();
            for (var read : reads) {
                plans.put(read.name(), plan(read));
            }
            return plans;
        } finally {
            databases.run("postgres", "alter system reset log_statement", "select pg_reload_conf()");
        }
    }

    private Explained plan(Read read) throws SQLException, IOException, InterruptedException {
        var log = shop.log("postgres");
        var seen = Files.size(log);
        var statement = Optional.<String>empty();
        for (var look = 0; statement.isEmpty(); look++) {
            if (look == LOOKS) {
                throw Failure.part("postgres did not log the statement of %s.".formatted(read.title()));
            }
            Asking.bytes(read, shop.site().ports().service(read.service()));
            Thread.sleep(BETWEEN_MILLIS);
            statement = ServerLog.lastStatement(since(log, seen), read.service(), read.statement());
        }
        return new Explained(
                        statement.orElseThrow(), databases.texts(read.service(), EXPLAIN + statement.orElseThrow()))
                .shortened();
    }

    private static String since(Path log, long position) throws IOException {
        try (var input = Files.newInputStream(log)) {
            input.skipNBytes(position);
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
