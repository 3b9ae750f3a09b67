package com.allinone.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A shop that gives the answers it was told to give, and the commands that are run against it. */
final class AnsweringShop implements AutoCloseable {

    private static final int FIRST_PORT = 9080;
    private static final int PORTS = 100;

    private record Given(int status, String body) {}

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, Given> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final HttpServer server = open();

    AnsweringShop() {
        answers("POST /auth/realms/allinone/protocol/openid-connect/token", "{\"access_token\":\"t\"}");
        server.createContext("/", this::answer);
        server.start();
    }

    /** What it says to a request, given as method and path with query; to any other it says 404. */
    void answers(String request, String body) {
        answers(request, 200, body);
    }

    void answers(String request, int status, String body) {
        answers.put(request, new Given(status, body));
    }

    /** Runs {@code ./shop} with these arguments against this shop; returns its exit code. */
    int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--port-offset", String.valueOf(server.getAddress().getPort() - 8080)));
        return Shop.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add(request);
        Given given = answers.getOrDefault(request, new Given(404, "{\"detail\":\"nothing here\"}"));
        byte[] body = given.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(given.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** A port that an offset can lead to. */
    private static HttpServer open() {
        for (int port = FIRST_PORT; port < FIRST_PORT + PORTS; port++) {
            try {
                return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            } catch (IOException taken) {
                // The next one may be free.
            }
        }
        throw new UncheckedIOException(new IOException("no port from " + FIRST_PORT + " on is free"));
    }
}
