package com.allinone.launcher.ingress;

import com.allinone.launcher.tracing.IngressSpans;
import com.allinone.launcher.tracing.TraceParent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What happens to a request on its way to an upstream: honest headers, a bounded body, a span, a patience. */
final class Passage implements ProxyInterceptor {
    static final int MAX_BODY_BYTES = 1024 * 1024;
    private static final int ANSWER_SECONDS = 30;
    private static final Logger LOG = Logger.getLogger(Passage.class.getName());
    private final Routes.Route route;
    private final IngressSpans spans;

    Passage(Routes.Route route, IngressSpans spans) {
        this.route = route;
        this.spans = spans;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var request = context.request();
        var incoming = request.proxiedRequest();
        if (declaredLength(incoming) > MAX_BODY_BYTES) {
            incoming.response().putHeader("connection", "close");
            return Future.succeededFuture(
                    Problem.bodyTooLarge().answer(request.release().response()));
        }
        if (incoming.path().startsWith(Routes.DOCUMENTS)) {
            request.setURI("/q/openapi?format=json");
        }
        ClientHeaders.replace(
                request.headers(),
                incoming.remoteAddress().hostAddress(),
                Optional.ofNullable(incoming.getHeader("host")).orElse("localhost"));
        return incoming.getHeader("transfer-encoding") == null
                ? forward(context)
                : bounded(context).compose(fits -> fits ? forward(context) : tooLarge(context));
    }

    private Future<ProxyResponse> forward(ProxyContext context) {
        var incoming = context.request().proxiedRequest();
        if (!route.prefix().startsWith("/api/")) {
            return sent(context);
        }
        var parent = TraceParent.parse(incoming.getHeader("traceparent"));
        var span = spans.begin(incoming.method().name() + " " + route.prefix(), parent);
        context.request().headers().set("traceparent", span.traceParent().text());
        return sent(context).onSuccess(response -> {
            response.putHeader(TraceParent.RESPONSE_HEADER, span.traceParent().text());
            spans.end(span, incoming.method().name(), incoming.path(), response.getStatusCode());
        });
    }

    private Future<ProxyResponse> sent(ProxyContext context) {
        var request = context.request();
        return context.sendRequest().timeout(ANSWER_SECONDS, TimeUnit.SECONDS).recover(failure -> {
            LOG.log(Level.WARNING, "upstream failed: upstream={0} cause={1}", new Object[] {route.upstream(), failure});
            var problem = failure instanceof TimeoutException
                    ? Problem.late(route.upstream())
                    : Problem.unavailable(route.upstream());
            return Future.succeededFuture(problem.answer(request.release().response()));
        });
    }

    private static Future<ProxyResponse> tooLarge(ProxyContext context) {
        var request = context.request();
        request.proxiedRequest().response().putHeader("connection", "close");
        return Future.succeededFuture(Problem.bodyTooLarge().answer(request.response()));
    }

    /** A body of unknown length is taken in whole, as far as it may go, before anything is passed on. */
    private static Future<Boolean> bounded(ProxyContext context) {
        ProxyRequest request = context.request();
        var whole = Buffer.buffer();
        Promise<Boolean> fits = Promise.promise();
        var stream = request.getBody().stream();
        stream.handler(piece -> {
            if (whole.length() + piece.length() <= MAX_BODY_BYTES) {
                whole.appendBuffer(piece);
            } else {
                fits.tryComplete(false);
            }
        });
        stream.exceptionHandler(fits::tryFail);
        stream.endHandler(end -> fits.tryComplete(true));
        stream.resume();
        return fits.future().onSuccess(all -> request.setBody(Body.body(whole)));
    }

    private static long declaredLength(HttpServerRequest request) {
        try {
            return Optional.ofNullable(request.getHeader("content-length"))
                    .map(Long::parseLong)
                    .orElse(0L);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
