package com.allinone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.launcher.home.ExitCode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the operator's commands ask a shop for, and what they print and end with. */
class OperatingCommandsTest {

    private static final String ORDER = "01936f1e-7c1a-7000-8000-0123456789ab";
    private static final String PIECE = "/api/v1/orders/projections/verification?limit=200";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private int port;
    private HttpServer shop;

    @BeforeEach
    void open() throws IOException {
        for (port = 9080; shop == null; port++) {
            try {
                shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            } catch (IOException taken) {
                assertThat(port).isLessThan(9180);
            }
        }
        port--;
        answers.put("POST /auth/realms/allinone/protocol/openid-connect/token", "{\"access_token\":\"t\"}");
        shop.createContext("/", this::answer);
        shop.start();
    }

    @AfterEach
    void close() {
        shop.stop(0);
    }

    @Test
    void aShopWhoseOrdersAreWhatTheirEventsSayIsVerifiedToItsLastPiece() {
        answers.put("GET " + PIECE, piece(200, 700, 0, "", "\"" + ORDER + "\""));
        answers.put("GET " + PIECE + "&after=" + ORDER, piece(7, 21, 0, "", "null"));

        assertThat(run("rebuild", "order", "--verify")).isEqualTo(ExitCode.OK);

        assertThat(out.toString().strip()).isEqualTo("orders 207, events 721, differing 0, repaired 0");
    }

    @Test
    void aDifferenceIsPrintedAndEndsWithThree() {
        answers.put("GET " + PIECE, piece(3, 9, 1, """
                        {"orderId":"%s","what":"orders.status","stored":"CANCELLED","rebuilt":"SHIPPED"}""".formatted(ORDER), "null"));

        assertThat(run("rebuild", "order", "--verify")).isEqualTo(ExitCode.DIFFERENT);

        assertThat(out.toString())
                .contains(ORDER + "  orders.status: read CANCELLED, events say SHIPPED")
                .contains("orders 3, events 9, differing 1, repaired 0");
    }

    @Test
    void theJsonOfAVerificationIsOneObject() {
        answers.put("GET " + PIECE, piece(3, 9, 0, "", "null"));

        assertThat(run("rebuild", "order", "--verify", "--json")).isEqualTo(ExitCode.OK);

        assertThat(out.toString().strip())
                .isEqualTo("{\"orders\":3,\"events\":9,\"differing\":0,\"repaired\":0,\"differences\":[]}");
    }

    @Test
    void whatIsStuckIsShownWithWhatItWaitsFor() {
        answers.put("GET /api/v1/orders/stuck?limit=100", """
                {"items":[{"id":"%s","status":"RELEASING","since":"2026-11-21T12:00:00Z","nudges":4,"parked":true,
                           "waitsFor":"Inventory has to say that the goods are given back"}],"next":null}""".formatted(ORDER));

        assertThat(run("stuck")).isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .contains(ORDER, "RELEASING", "Inventory has to say", "(an answer is parked)", "1 stuck");
    }

    @Test
    void anOperationIsWaitedForAndItsRefusalEndsWithOne() {
        String path = "/api/v1/orders/" + ORDER + "/operations";
        answers.put("POST " + path, "{\"id\":\"op\",\"outcome\":null}");
        answers.put(
                "GET " + path + "/op",
                "{\"id\":\"op\",\"outcome\":\"REFUSED\",\"detail\":\"The order is SHIPPED: this cannot be done to it\"}");

        assertThat(run("operate", ORDER, "cancel", "--reason", "the shopper called"))
                .isEqualTo(ExitCode.UNTRUE);

        assertThat(out.toString()).contains("REFUSED  The order is SHIPPED");
        assertThat(asked).contains("POST " + path);
    }

    @Test
    void whatTheShopDoesNotKnowIsOneSentence() {
        assertThat(run("stuck")).isEqualTo(ExitCode.UNTRUE);
        assertThat(err.toString()).contains("The list was refused").hasLineCount(1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add(request);
        String answer = answers.get(request);
        byte[] body = (answer == null ? "{\"detail\":\"nothing here\"}" : answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String piece(int orders, int events, int differing, String differences, String next) {
        return "{\"orders\":%d,\"events\":%d,\"differing\":%d,\"repaired\":0,\"differences\":[%s],\"next\":%s}"
                .formatted(orders, events, differing, differences, next);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--port-offset", String.valueOf(port - 8080)));
        return Shop.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
