package com.allinone.launcher.ingress;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;

/** What the ingress itself refuses, as RFC 9457 problem+json. */
record Problem(int status, String slug, String title, String detail) {
    private static final String TYPES = "https://allinone.example/problems/";
    private static final String RETRY_SECONDS = "2";

    static Problem notFound() {
        return new Problem(404, "not-found", "Not found", "Nothing is served at this path.");
    }

    static Problem badPath() {
        return new Problem(400, "invalid-path", "Invalid path", "The path holds dot segments or encoded separators.");
    }

    static Problem bodyTooLarge() {
        return new Problem(413, "body-too-large", "Body too large", "A body may have at most 1048576 bytes.");
    }

    static Problem headersTooLarge() {
        return new Problem(431, "headers-too-large", "Headers too large", "All headers may have at most 16384 bytes.");
    }

    static Problem addressTooLong() {
        return new Problem(
                414, "address-too-long", "Address too long", "The request line may have at most 8192 bytes.");
    }

    static Problem badRequest() {
        return new Problem(400, "invalid-request", "Invalid request", "This is not a well-formed HTTP request.");
    }

    static Problem unavailable(String upstream) {
        return new Problem(503, "upstream-unavailable", "Unavailable", upstream + " cannot be reached now; try again.");
    }

    static Problem late(String upstream) {
        return new Problem(504, "upstream-late", "Too late", upstream + " did not answer in time; try again.");
    }

    void answer(HttpServerResponse response) {
        response.setStatusCode(status).putHeader("content-type", "application/problem+json");
        if (status >= 500) {
            response.putHeader("retry-after", RETRY_SECONDS);
        }
        response.end(json());
    }

    ProxyResponse answer(ProxyResponse response) {
        response.setStatusCode(status).putHeader("content-type", "application/problem+json");
        if (status >= 500) {
            response.putHeader("retry-after", RETRY_SECONDS);
        }
        return response.setBody(Body.body(io.vertx.core.buffer.Buffer.buffer(json())));
    }

    private String json() {
        return new JsonObject()
                .put("type", TYPES + slug)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .encode();
    }
}
