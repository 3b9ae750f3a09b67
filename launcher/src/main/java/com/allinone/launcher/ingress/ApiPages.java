package com.allinone.launcher.ingress;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** {@code /docs}: one Swagger UI over the OpenAPI documents of all services. */
final class ApiPages {
    private static final String POM = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html; charset=utf-8",
            "index.css", "text/css; charset=utf-8",
            "swagger-ui.css", "text/css; charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
            "swagger-ui-standalone-preset.js", "text/javascript; charset=utf-8",
            "favicon-16x16.png", "image/png",
            "favicon-32x32.png", "image/png");
    private final String directory;
    private final String start;

    ApiPages(Routes routes) {
        this.directory = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";
        this.start = """
                window.onload = () => {
                  window.ui = SwaggerUIBundle({
                    urls: [%s],
                    dom_id: '#swagger-ui',
                    deepLinking: true,
                    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
                    layout: 'StandaloneLayout'
                  });
                };
                """.formatted(routes.services().stream()
                .map(name -> "{name: '%s', url: '%s'}".formatted(name, Routes.DOCUMENTS + name))
                .collect(Collectors.joining(", ")));
    }

    /** Whether the path is one of these pages, which is then answered. */
    boolean serve(String path, HttpServerResponse response) {
        switch (path) {
            case "/docs" ->
                response.setStatusCode(302).putHeader("location", "/docs/").end();
            case "/docs/" -> send(response, "index.html");
            case "/docs/swagger-initializer.js" ->
                response.putHeader("content-type", "text/javascript; charset=utf-8")
                        .end(start);
            default -> {
                var file = path.startsWith("/docs/") ? path.substring("/docs/".length()) : "";
                if (!TYPES.containsKey(file)) {
                    return false;
                }
                send(response, file);
            }
        }
        return true;
    }

    private void send(HttpServerResponse response, String file) {
        response.putHeader("content-type", Optional.ofNullable(TYPES.get(file)).orElse("application/octet-stream"))
                .end(Buffer.buffer(resource(directory + file)));
    }

    private static byte[] resource(String name) {
        try (var content = ApiPages.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("The Swagger UI lacks " + name);
            }
            return content.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String version() {
        var properties = new Properties();
        try (var content = ApiPages.class.getResourceAsStream(POM)) {
            if (content == null) {
                throw new IllegalStateException("The Swagger UI is not on the class path");
            }
            properties.load(content);
            return properties.getProperty("version");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
