package com.allinone.identity.running;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OperationsTest {

    @jakarta.inject.Inject
    Database database;

    @AfterEach
    void repair() {
        database.acceptActivation();
        Keycloak.reachable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready", "started"})
    void isWellWithoutKeycloak(String probe) {
        Keycloak.unreachable();

        given().get("/q/health/" + probe).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void showsMetricsForPrometheus() {
        given().get("/q/metrics").then().statusCode(200).body(containsString("http_server_requests"));
    }

    @Test
    void describesItsApi() {
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body(
                        "paths.keySet()",
                        hasItems(
                                "/api/v1/users",
                                "/api/v1/users/me",
                                "/api/v1/users/me/addresses",
                                "/api/v1/users/me/addresses/{id}",
                                "/api/v1/users/{id}"))
                .body("paths.'/api/v1/users'.post.responses", hasKey("409"));
    }

    @Test
    void logsNothingPersonalWhateverHappens() {
        Keycloak.awaitUp();
        String email = Api.email();
        String password = "a-password-nobody-may-see";
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler listener = listener(lines);
        Logger root = Logger.getLogger("");
        root.addHandler(listener);
        try {
            Api.signUp(Api.key(), email, "Wilhelmina", "short");
            Keycloak.unreachable();
            Api.signUp(Api.key(), email, "Wilhelmina", password);
            Keycloak.reachable();
            database.refuseActivation();
            Api.signUp(Api.key(), email, "Wilhelmina", password);
            database.acceptActivation();
            Api.signUp(Api.key(), email, "Wilhelmina", password);
            Api.signUp(Api.key(), email + "x", "Wilhelmina", password).then().statusCode(201);
        } finally {
            root.removeHandler(listener);
        }

        assertThat(lines).anyMatch(line -> line.contains("Signed up"));
        assertThat(lines).noneMatch(line -> line.contains(email.substring(0, 20)));
        assertThat(lines).noneMatch(line -> line.contains("Wilhelmina"));
        assertThat(lines).noneMatch(line -> line.contains(password));
    }

    private static Handler listener(List<String> lines) {
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                lines.add(new org.jboss.logmanager.formatters.PatternFormatter("%c %s%E%n")
                        .format(org.jboss.logmanager.ExtLogRecord.wrap(record)));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        return handler;
    }
}
