package com.allinone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.launcher.home.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code ./shop parked} asks the services for, and what it prints and ends with. */
class ParkedCommandsTest {

    private static final String NOTHING = "{\"items\":[],\"next\":null}";
    private static final String KEY = """
            {"items":[{"consumer":"reserving","key":"k","messages":2,"attempts":3,
                       "since":"2026-11-21T12:00:00Z","error":"it makes no sense"}],"next":null}""";

    private final AnsweringShop shop = new AnsweringShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whatIsParkedIsListedFromEveryService() {
        parked("order", NOTHING);
        parked("inventory", KEY);
        parked("payment", NOTHING);
        parked("catalog", NOTHING);
        parked("identity", NOTHING);

        assertThat(shop.run("parked", "list")).isEqualTo(ExitCode.OK);

        assertThat(shop.out()).contains("inventory", "reserving", "it makes no sense");
    }

    @Test
    void aServiceThatIsDeadHidesNothingOfTheOthersAndIsNamed() {
        shop.answers("GET /api/v1/order/parked?limit=100", 503, "{\"detail\":\"It is down.\"}");
        parked("inventory", NOTHING);
        parked("payment", KEY);
        parked("catalog", NOTHING);
        parked("identity", NOTHING);

        assertThat(shop.run("parked", "list")).isEqualTo(ExitCode.PART);

        assertThat(shop.out()).contains("payment", "it makes no sense");
        assertThat(shop.err()).contains("order did not serve it, status 503: It is down.");
    }

    @Test
    void nothingParkedIsNotSaidOfAServiceThatIsDead() {
        shop.answers("GET /api/v1/order/parked?limit=100", 503, "{}");
        parked("inventory", NOTHING);
        parked("payment", NOTHING);
        parked("catalog", NOTHING);
        parked("identity", NOTHING);

        assertThat(shop.run("parked", "list")).isEqualTo(ExitCode.PART);

        assertThat(shop.out()).contains("Nothing is parked at the services that answered.");
    }

    @Test
    void aServiceThatWasNamedAndIsDeadIsOneSentence() {
        shop.answers("GET /api/v1/order/parked?limit=100", 503, "{\"detail\":\"It is down.\"}");

        assertThat(shop.run("parked", "list", "--service", "order")).isEqualTo(ExitCode.PART);

        assertThat(shop.err()).hasLineCount(1);
        assertThat(shop.asked()).doesNotContain("GET /api/v1/inventory/parked?limit=100");
    }

    @Test
    void aMessageThatFailsAgainEndsARedriveWithOne() {
        shop.answers("POST /api/v1/inventory/parked/redrives", """
                {"done":1,"left":2,"stop":{"place":7,"unreadable":false,"error":"it still makes no sense"}}""");

        assertThat(shop.run("parked", "redrive", "--service", "inventory", "reserving", "k"))
                .isEqualTo(ExitCode.UNTRUE);

        assertThat(shop.out()).contains("1 handled", "2 left", "message 7 failed again: it still makes no sense");
    }

    @Test
    void aServiceThatDoesNotExistIsAMistakeOfTheCommandLine() {
        assertThat(shop.run("parked", "list", "--service", "warehouse")).isEqualTo(ExitCode.USAGE);

        assertThat(shop.err()).contains("There is no service warehouse");
    }

    private void parked(String service, String answer) {
        shop.answers("GET /api/v1/" + service + "/parked?limit=100", answer);
    }
}
