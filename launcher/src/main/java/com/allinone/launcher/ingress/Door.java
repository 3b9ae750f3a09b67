package com.allinone.launcher.ingress;

import com.allinone.launcher.tracing.IngressSpans;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Takes a request in, finds whose it is, and passes it on, or says in a problem why not. */
final class Door {
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int MAX_LINE_BYTES = 8 * 1024;
    private static final int MAX_UPSTREAM_CONNECTIONS = 1_000;
    private static final int CONNECT_MILLIS = 2_000;

    private final Vertx vertx;
    private final Routes routes;
    private final ApiPages pages;
    private final IngressSpans spans;
    private final HttpClient client;
    private final Map<String, HttpProxy> proxies = new ConcurrentHashMap<>();
    private final Map<String, Replicas> replicas = new ConcurrentHashMap<>();

    Door(Vertx vertx, Routes routes, ApiPages pages, IngressSpans spans) {
        this.vertx = vertx;
        this.routes = routes;
        this.pages = pages;
        this.spans = spans;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(MAX_UPSTREAM_CONNECTIONS)
                .setKeepAliveTimeout(20)
                .setConnectTimeout(CONNECT_MILLIS));
    }

    HttpServer server(int port) {
        return vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setMaxHeaderSize(MAX_HEADER_BYTES)
                        .setMaxInitialLineLength(MAX_LINE_BYTES)
                        .setHandle100ContinueAutomatically(true))
                .invalidRequestHandler(Door::refuse)
                .requestHandler(this::handle);
    }

    private void handle(HttpServerRequest request) {
        var path = Optional.ofNullable(request.path()).orElse("");
        if (!Routes.isPlain(path)) {
            Problem.badPath().answer(request.response());
            return;
        }
        var route = routes.find(path).or(() -> routes.findDocument(path));
        if (route.isPresent()) {
            proxy(route.get()).handle(request);
        } else if (!pages.serve(path, request.response())) {
            Problem.notFound().answer(request.response());
        }
    }

    private HttpProxy proxy(Routes.Route route) {
        return proxies.computeIfAbsent(
                route.prefix(),
                prefix -> HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                        .origin(replicas(route).inTurn())
                        .addInterceptor(new Passage(route, spans)));
    }

    private Replicas replicas(Routes.Route route) {
        return replicas.computeIfAbsent(
                route.upstream(), upstream -> new Replicas(route.ports()).watched(vertx, client));
    }

    private static void refuse(HttpServerRequest request) {
        var cause = request.decoderResult().cause();
        var problem = switch (cause) {
            case TooLongHttpLineException line -> Problem.addressTooLong();
            case TooLongHttpHeaderException header -> Problem.headersTooLarge();
            case TooLongFrameException frame -> Problem.headersTooLarge();
            case null -> Problem.badRequest();
            case Throwable other -> Problem.badRequest();
        };
        problem.answer(request.response().putHeader("connection", "close"));
        request.connection().close();
    }
}
