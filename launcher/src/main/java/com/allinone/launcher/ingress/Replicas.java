package com.allinone.launcher.ingress;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.OriginRequestProvider;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The processes of one upstream, asked in turn. Where there are several, each is looked at as a cluster does it, and one
 * that says it is not ready gets no request; where none is ready, all get them, for one of them may be wrong about it.
 */
final class Replicas {
    private static final String LOOK = "/q/health/ready";
    private static final int LOOK_EVERY_MILLIS = 500;
    private static final int LOOK_MILLIS = 2_000;

    private final List<SocketAddress> addresses;
    private final Set<SocketAddress> away = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();

    Replicas(List<Integer> ports) {
        this.addresses = ports.stream()
                .map(port -> SocketAddress.inetSocketAddress(port, "127.0.0.1"))
                .toList();
    }

    /** Looks now, and again and again. */
    Replicas watched(Vertx vertx, HttpClient client) {
        if (addresses.size() > 1) {
            addresses.forEach(address -> look(client, address));
            vertx.setPeriodic(LOOK_EVERY_MILLIS, timer -> addresses.forEach(address -> look(client, address)));
        }
        return this;
    }

    OriginRequestProvider inTurn() {
        return OriginRequestProvider.selector(request -> Future.succeededFuture(pick()));
    }

    SocketAddress pick() {
        var ready =
                addresses.stream().filter(address -> !away.contains(address)).toList();
        var some = ready.isEmpty() ? addresses : ready;
        return some.get(Math.floorMod(next.getAndIncrement(), some.size()));
    }

    private void look(HttpClient client, SocketAddress address) {
        client.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setServer(address)
                        .setURI(LOOK)
                        .setTimeout(LOOK_MILLIS))
                .compose(HttpClientRequest::send)
                .map(response -> response.statusCode() == 200)
                .otherwise(false)
                .onSuccess(ready -> {
                    if (ready) {
                        away.remove(address);
                    } else {
                        away.add(address);
                    }
                });
    }
}
