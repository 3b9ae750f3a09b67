package com.allinone.identity.running;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.allinone.identity.running.KeycloakLine.State;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keycloak in the hands of a test: people sign in, the administrator looks, the line to it fails. */
public final class Keycloak {

    static final String ADMIN = "admin";
    private static final Duration SLOWEST_START = Duration.ofMinutes(4);

    private static volatile boolean warm;

    private Keycloak() {}

    /** Waits until Keycloak is up and has done each thing once; the first time of each is slow. */
    public static void awaitUp() {
        if (warm) {
            return;
        }
        await("Keycloak; see target/keycloak.log")
                .atMost(SLOWEST_START)
                .pollDelay(Duration.ZERO)
                .until(() ->
                        listening() && given().get(base() + "/realms/allinone").statusCode() == 200);
        given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "identity-service")
                .formParam("client_secret", KeycloakResource.SECRET)
                .post(base() + "/realms/allinone/protocol/openid-connect/token")
                .then()
                .statusCode(200);
        String email = Api.email();
        account(email, UUID.randomUUID());
        password(email, Api.PASSWORD);
        signIn(email, Api.PASSWORD).then().statusCode(200);
        warm = true;
    }

    /** The answer to a sign-in with a password at {@code ./shop token}'s client. */
    public static Response signIn(String user, String password) {
        return signIn("shop-cli", user, password);
    }

    /** An access token for one of the people of the realm. */
    public static String token(String user) {
        return token("shop-cli", user);
    }

    public static String token(String client, String user) {
        return signIn(client, user, user + "-demo")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** How many accounts there are with that e-mail. */
    public static int accounts(String email) {
        return admin().queryParam("email", email)
                .queryParam("exact", true)
                .get(base() + "/admin/realms/allinone/users")
                .then()
                .statusCode(200)
                .extract()
                .<List<Object>>path("$")
                .size();
    }

    /** Makes an account as a sign-up does that dies right after. */
    public static void account(String email, UUID mark) {
        admin().contentType("application/json")
                .body(Map.of(
                        "username",
                        email,
                        "email",
                        email,
                        "enabled",
                        true,
                        "attributes",
                        Map.of("registration", List.of(mark.toString()))))
                .post(base() + "/admin/realms/allinone/users")
                .then()
                .statusCode(201);
    }

    /** Gives an account a password. */
    public static void password(String email, String password) {
        String id = admin().queryParam("email", email)
                .get(base() + "/admin/realms/allinone/users")
                .then()
                .extract()
                .path("[0].id");
        admin().contentType("application/json")
                .body(Map.of("type", "password", "value", password, "temporary", false))
                .put(base() + "/admin/realms/allinone/users/" + id + "/reset-password")
                .then()
                .statusCode(204);
    }

    /** A token of Keycloak's own realm, whose keys are others. */
    public static String masterToken() {
        return given().formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", ADMIN)
                .formParam("password", ADMIN)
                .post(base() + "/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    public static void unreachable() {
        line(State.CUT);
    }

    public static void losesAnswers() {
        line(State.LOSES_ANSWERS);
    }

    public static void slow() {
        line(State.SLOW);
    }

    public static void reachable() {
        line(State.OPEN);
    }

    private static void line(State state) {
        System.setProperty(KeycloakLine.WANTED, state.name());
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> state.name().equals(System.getProperty(KeycloakLine.ACTUAL)));
    }

    private static Response signIn(String client, String user, String password) {
        return given().formParam("grant_type", "password")
                .formParam("client_id", client)
                .formParam("username", user)
                .formParam("password", password)
                .post(base() + "/realms/allinone/protocol/openid-connect/token");
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(masterToken());
    }

    private static String base() {
        return "http://127.0.0.1:" + System.getProperty(KeycloakResource.PORT) + "/auth";
    }

    private static boolean listening() {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), Integer.getInteger(KeycloakResource.PORT, 0))) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
