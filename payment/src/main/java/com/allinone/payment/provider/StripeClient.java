package com.allinone.payment.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.allinone.payment.domain.ProviderUnavailable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** HTTP to the provider: forms out, JSON in, a client span around each call. Tokens and bodies are on no span. */
final class StripeClient implements AutoCloseable {

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
    private static final AttributeKey<String> SERVER = AttributeKey.stringKey("server.address");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI url;
    private final String apiKey;
    private final Duration timeout;
    private final Tracer tracer;

    StripeClient(URI url, String apiKey, Duration timeout, Tracer tracer) {
        this.url = url;
        this.apiKey = apiKey;
        this.timeout = timeout;
        this.tracer = tracer;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    /** An answer that came, whatever it says. */
    record Answer(int status, JsonNode body) {

        String text(String pointer) {
            return body.at(pointer).asText("");
        }
    }

    Answer get(String operation, String path) {
        return send(operation, path, request(path).GET());
    }

    /**
     * Writes, once for each key.
     *
     * @param key the idempotency key: the provider does it once for each
     */
    Answer post(String operation, String path, Map<String, String> form, String key) {
        var request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
        return send(operation, path, request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(timeout).header("Authorization", "Bearer " + apiKey);
    }

    private Answer send(String operation, String path, HttpRequest.Builder builder) {
        var request = builder.build();
        var span = tracer.spanBuilder("provider " + operation)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(METHOD, request.method())
                .setAttribute(SERVER, url.getHost())
                .setAttribute(PATH, path.replaceFirst("\\?.*", ""))
                .startSpan();
        try {
            return send(operation, request, span);
        } finally {
            span.end();
        }
    }

    private Answer send(String operation, HttpRequest request, Span span) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
            int status = response.statusCode();
            span.setAttribute(STATUS, status);
            if (status == 401 || status == 403 || status == 409 || status == 429 || status >= 500) {
                span.setStatus(StatusCode.ERROR, Integer.toString(status));
                throw new ProviderUnavailable(operation + " was answered with " + status, null);
            }
            return new Answer(status, JSON.readTree(response.body()));
        } catch (JsonProcessingException garbled) {
            span.setStatus(StatusCode.ERROR, "garbled");
            throw new ProviderUnavailable(operation + " was answered with something that is no JSON", garbled);
        } catch (IOException unheard) {
            span.setStatus(StatusCode.ERROR, unheard.getClass().getSimpleName());
            throw new ProviderUnavailable(operation + " was not answered", unheard);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            span.setStatus(StatusCode.ERROR, "interrupted");
            throw new ProviderUnavailable(operation + " was broken off", stopped);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
