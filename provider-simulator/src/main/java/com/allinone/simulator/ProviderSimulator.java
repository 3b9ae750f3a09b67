package com.allinone.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A running provider; a test starts one in its own process and closes it. */
public final class ProviderSimulator implements AutoCloseable {
    private static final int LONGEST_BODY = 64 * 1024;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final SimulatorSettings settings;
    private final Webhooks webhooks;
    private final Weather weather = new Weather();
    private final StripeApi api;
    private final ControlApi control;

    private ProviderSimulator(SimulatorSettings settings, Clock realClock, HttpServer server) {
        this.settings = settings;
        this.server = server;
        var clock = new VirtualClock(realClock);
        var journal = new Journal(settings.stateFile());
        var books = new Books(journal);
        var saved = new SavedAnswers(journal, clock);
        for (var line : journal.lines()) {
            books.remember(line);
            saved.remember(line);
        }
        webhooks = new Webhooks(settings.webhookUrl(), settings.webhookSecret(), clock, settings.slowness());
        api = new StripeApi(
                new PaymentIntents(books, webhooks, clock, settings.slowness()),
                new Refunds(books, webhooks, clock),
                saved);
        control = new ControlApi(books, clock, weather);
    }

    /**
     * Starts a provider on the loopback address.
     *
     * @throws IOException when the port is taken
     */
    public static ProviderSimulator start(SimulatorSettings settings, Clock clock) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
        var provider = new ProviderSimulator(settings, clock, HttpServer.create(address, 0));
        provider.server.setExecutor(provider.workers);
        provider.server.createContext("/v1/", provider::serveApi);
        provider.server.createContext("/simulator/", provider::serveControl);
        provider.server.createContext("/health", exchange -> send(exchange, Answer.of(200, Map.of("status", "UP"))));
        provider.server.start();
        return provider;
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void serveApi(HttpExchange exchange) throws IOException {
        var struck = weather.strikes();
        if (struck.isPresent()) {
            send(exchange, struck.get());
        } else if (!isAuthorised(exchange)) {
            send(exchange, Refusal.error(401, "invalid_request_error", null, "Invalid API Key provided."));
        } else {
            var request = new Request(
                    exchange.getRequestMethod(),
                    path(exchange, "/v1/"),
                    form(exchange),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            var answer = api.answer(request);
            if (answer.replayed()) {
                exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
            }
            send(exchange, answer.answer());
        }
    }

    private void serveControl(HttpExchange exchange) throws IOException {
        var command = String.join("/", path(exchange, "/simulator/"));
        send(exchange, control.answer(exchange.getRequestMethod(), command, form(exchange)));
    }

    private boolean isAuthorised(HttpExchange exchange) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        var basic = Base64.getEncoder().encodeToString((settings.apiKey() + ":").getBytes(UTF_8));
        return List.of("Bearer " + settings.apiKey(), "Basic " + basic).contains(header == null ? "" : header);
    }

    private static List<String> path(HttpExchange exchange, String prefix) {
        return Arrays.asList(
                exchange.getRequestURI().getPath().substring(prefix.length()).split("/"));
    }

    private static Form form(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getRawQuery();
        if (exchange.getRequestMethod().equals("GET")) {
            return Form.parse(query == null ? "" : query);
        }
        return Form.parse(new String(exchange.getRequestBody().readNBytes(LONGEST_BODY), UTF_8));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        switch (answer.delivery()) {
            case SENT -> {
                var body = answer.body().getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.getResponseHeaders().set("Request-Id", Ids.next("req_"));
                exchange.sendResponseHeaders(answer.status(), body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            }
            case RESET -> exchange.close();
            case HANGS -> {
                // The exchange is neither answered nor closed; it ends with the client's patience or this process.
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        webhooks.close();
    }
}
