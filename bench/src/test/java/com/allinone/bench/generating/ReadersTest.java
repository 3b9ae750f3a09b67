package com.allinone.bench.generating;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersTest {
    @TempDir
    Path directory;

    private HttpServer server;

    @BeforeEach
    void open() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write(new byte[5]);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void oneProcessReadsOneRoundAfterTheOther() {
        try (var readers =
                Readers.start(new ReadersSetting(2, 1), directory.resolve("readers.json"), directory.resolve("log"))) {
            var wish = new ReadWish(server.getAddress().getPort(), List.of("/a"), List.of(), 1);

            var first = readers.read(wish);
            var second = readers.read(wish.lasting(2));

            assertThat(first.requests()).isPositive();
            assertThat(first.bytes()).isEqualTo(first.requests() * 5);
            assertThat(first.seconds()).isGreaterThanOrEqualTo(1);
            assertThat(second.seconds()).isGreaterThanOrEqualTo(2);
            assertThat(second.millis().path("count").asLong()).isEqualTo(second.requests());
        }
    }
}
