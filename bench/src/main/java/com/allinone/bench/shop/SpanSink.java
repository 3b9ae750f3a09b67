package com.allinone.bench.shop;

import com.allinone.launcher.home.Failure;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Takes the spans that services send, and keeps none: they are made and sent as ever, but nobody stores them. */
final class SpanSink implements AutoCloseable {
    private static final int OK = 200;
    private static final int EMPTY = -1;
    private final HttpServer server;

    private SpanSink(HttpServer server) {
        this.server = server;
    }

    static SpanSink on(int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", SpanSink::take);
            server.start();
            return new SpanSink(server);
        } catch (IOException failed) {
            throw Failure.machine("Port %d, where spans are taken, cannot be listened on: %s; move the whole shop with"
                            .formatted(port, failed.getMessage())
                    + " --port-offset.");
        }
    }

    private static void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            exchange.sendResponseHeaders(OK, EMPTY);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
