package com.allinone.bench.generating;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private final Set<String> traces = ConcurrentHashMap.newKeySet();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    ReadingTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    }

    @BeforeEach
    void open() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void countsWhatIsAnsweredWithAllItsBytes() throws Exception {
        var told = read(List.of("/a", "/b"), List.of());

        assertThat(told.requests()).isPositive();
        assertThat(told.bytes()).isEqualTo(told.requests() * 5);
        assertThat(told.refused()).isEmpty();
        assertThat(told.millis().path("count").asLong()).isEqualTo(told.requests());
        assertThat(asked).containsExactlyInAnyOrder("/a null", "/b null");
    }

    @Test
    void eachTokenIsBorneInTurn() throws Exception {
        read(List.of("/a"), List.of("one", "two", "three"), 1);

        assertThat(asked).containsExactlyInAnyOrder("/a Bearer one", "/a Bearer two", "/a Bearer three");
    }

    @Test
    void whatIsRefusedIsToldAndDoesNotCount() throws Exception {
        var told = read(List.of("/refused"), List.of());

        assertThat(told.requests()).isZero();
        assertThat(told.refused()).containsOnlyKeys(404);
    }

    @Test
    void everyRequestHasATraceOfItsOwnThatIsKeptAsOftenAsWished() throws Exception {
        var told = read(List.of("/a"), List.of());

        assertThat(traces)
                .hasSizeGreaterThanOrEqualTo((int) told.requests())
                .allMatch(trace -> trace.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
    }

    private ReadTold read(List<String> paths, List<String> tokens) throws Exception {
        return read(paths, tokens, 2);
    }

    private ReadTold read(List<String> paths, List<String> tokens, int connections) throws Exception {
        var wish = new ReadWish(server.getAddress().getPort(), paths, tokens, 1);
        return Reading.of(new ReadersSetting(connections, 1), wish);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        traces.add(headers.getFirst("traceparent"));
        asked.add(exchange.getRequestURI() + " " + headers.getFirst("Authorization"));
        var known = !exchange.getRequestURI().getPath().equals("/refused");
        exchange.sendResponseHeaders(known ? 200 : 404, 5);
        exchange.getResponseBody().write("hello".getBytes(StandardCharsets.US_ASCII));
        exchange.close();
    }
}
