package com.allinone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.launcher.home.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./shop logs --order}: all parts' lines of one order, by time. */
class OrderLogTest {

    private static final String ORDER = "01936f1e-7c1a-7000-8000-0123456789ab";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path home;

    @BeforeEach
    void aShopThatHasLogged() throws IOException {
        Path log = Files.createDirectories(home.resolve("log"));
        Files.writeString(log.resolve("payment.log"), event(3, "Payment changed, orderId=" + ORDER, TRACE) + """
                {"time":"cut sho""");
        Files.writeString(
                log.resolve("order.log"),
                event(4, "Order advanced, orderId=" + ORDER, "") + event(5, "Order advanced, orderId=another", "ffff"));
        Files.writeString(log.resolve("order.log.1"), event(1, "Something in its trace", TRACE));
        Files.writeString(log.resolve("keycloak.log"), "a plain line\n");
    }

    @Test
    void whatNamesTheOrderOrBelongsToItsTraceIsToldByTime() {
        assertThat(run("logs", "--order", ORDER)).isEqualTo(ExitCode.OK);

        assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "2026-11-21T12:00:01Z order INFO " + TRACE + " Something in its trace",
                        "2026-11-21T12:00:03Z payment INFO " + TRACE + " Payment changed, orderId=" + ORDER,
                        "2026-11-21T12:00:04Z order INFO Order advanced, orderId=" + ORDER);
    }

    @Test
    void itsJsonIsOneEventALineWithItsPart() {
        assertThat(run("logs", "--order", ORDER, "--json")).isEqualTo(ExitCode.OK);

        assertThat(out.toString().lines()).hasSize(3).allMatch(line -> line.contains("\"part\":\""));
    }

    @Test
    void anOrderOfWhichNothingIsLoggedIsOneSentence() {
        assertThat(run("logs", "--order", "nobody")).isEqualTo(ExitCode.UNTRUE);

        assertThat(err.toString())
                .contains("Nothing was logged about order nobody")
                .hasLineCount(1);
    }

    @Test
    void aPartAndAnOrderAtOnceAreAMistake() {
        assertThat(run("logs", "order", "--order", ORDER)).isEqualTo(ExitCode.USAGE);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.toString()));
        return Shop.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private static String event(int second, String message, String trace) {
        return "{\"time\":\"2026-11-21T12:00:0%dZ\",\"level\":\"INFO\",\"message\":\"%s\",\"mdc\":{\"traceId\":\"%s\"}}%n"
                .formatted(second, message, trace);
    }
}
