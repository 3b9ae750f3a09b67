package com.allinone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.launcher.home.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./shop explain}: what is asked of whom, and what is told of the answers. */
class ExplainCommandTest {

    private static final String ORDER = "01936f1e-7c1a-7000-8000-0123456789ab";
    private static final String CHARGE = "01936f1e-7c1b-7000-8000-000000000001";
    private static final String COMPLETED = "01936f1e-7c1c-7000-8000-000000000002";

    private final AnsweringShop shop = new AnsweringShop();

    @TempDir
    Path home;

    @BeforeEach
    void anOrderWhoseAnswerIsParked() {
        shop.answers("GET /api/v1/orders/" + ORDER + "/explanation", """
                {"id":"%s","status":"AWAITING_PAYMENT","reason":null,"since":"2026-11-21T12:00:01Z","deadline":null,
                 "waitsFor":"Payment has to say whether the money was taken","traceId":"0af7651916cd43dd8448eb211c80319c",
                 "timeline":[{"version":1,"at":"2026-11-21T12:00:00Z","event":"ORDER_PLACED","status":"AWAITING_STOCK"}],
                 "messages":{"said":[{"id":"%s","type":"payment.charge.v1","at":"2026-11-21T12:00:01Z","published":true}],
                             "heard":[],"parked":[{"id":"%s","type":"payment.completed.v1","consumer":"fulfilment","place":1,
                             "error":"it makes no sense","attempts":0,"at":"2026-11-21T12:00:02Z"}]}}""".formatted(ORDER, CHARGE, COMPLETED));
        shop.answers("GET /api/v1/inventory/reservations/" + ORDER + "/explanation", """
                {"stage":"HELD: kept","since":"2026-11-21T12:00:01Z","messages":{"said":[]},
                 "lines":[{"sku":"MUG","warehouse":"ICN1","quantity":2}]}""");
        shop.answers("GET /api/v1/payment/payments/" + ORDER + "/explanation", """
                {"status":"COMPLETED","reason":null,"intent":"pi_1","since":"2026-11-21T12:00:02Z",
                 "attempts":[{"at":"2026-11-21T12:00:02Z","state":"CONFIRMING","answer":"no answer: confirm was not answered"}],
                 "ledger":[{"at":"2026-11-21T12:00:02Z","kind":"CAPTURE","account":"SALES",
                            "amount":{"amount":-37800,"currency":"KRW"}}],
                 "messages":{"said":[{"id":"%s","type":"payment.completed.v1","at":"2026-11-21T12:00:02Z",
                                      "published":false}]}}""".formatted(COMPLETED));
        for (String service : new String[] {"order", "inventory", "catalog", "identity"}) {
            heard(service, "[]");
        }
        heard("payment", "[{\"id\":\"%s\",\"consumer\":\"accepting\",\"deliveries\":2}]".formatted(CHARGE));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void tellsWhatStandsInTheWayThenStatesMessagesStockAndMoney() {
        assertThat(explain()).isEqualTo(ExitCode.OK);

        assertThat(shop.out().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .contains(
                        "Order " + ORDER + " AWAITING_PAYMENT",
                        "waits for Payment has to say whether the money was taken",
                        "PARKED payment.completed.v1 at order since 2026-11-21T12:00:02Z: it makes no sense",
                        "./shop parked redrive --service order fulfilment " + ORDER,
                        "UNSENT payment.completed.v1 waits in the outbox of payment",
                        "2026-11-21T12:00:00Z ORDER_PLACED AWAITING_STOCK",
                        "2026-11-21T12:00:01Z payment.charge.v1 order -> accepting (2 times)",
                        "2026-11-21T12:00:02Z payment.completed.v1 payment -> nobody yet",
                        "MUG, 2 from ICN1",
                        "2026-11-21T12:00:02Z CONFIRMING no answer: confirm was not answered",
                        "2026-11-21T12:00:02Z CAPTURE SALES -37800 KRW");
        assertThat(shop.out()).contains("/traces/0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void aServiceThatIsDeadIsNamedAndHidesNothingOfTheOthers() {
        shop.answers("GET /api/v1/payment/payments/" + ORDER + "/explanation", 503, "{\"detail\":\"It is down.\"}");

        assertThat(explain()).isEqualTo(ExitCode.PART);

        assertThat(shop.out()).contains("SILENT", "payment, status 503: It is down", "AWAITING_PAYMENT", "ICN1");
    }

    @Test
    void anOrderThatNobodyKnowsIsOneSentence() {
        String other = "01936f1e-7c1a-7000-8000-00000000dead";

        assertThat(shop.run("explain", other, "--home", home.toString())).isEqualTo(ExitCode.UNTRUE);

        assertThat(shop.err()).contains("There is no order " + other).hasLineCount(1);
    }

    @Test
    void whatIsNoIdIsAMistakeOfTheCommandLine() {
        assertThat(shop.run("explain", "42")).isEqualTo(ExitCode.USAGE);

        assertThat(shop.err()).contains("42 is no order's id");
    }

    private int explain() {
        return shop.run("explain", ORDER, "--home", home.toString());
    }

    private void heard(String service, String answer) {
        shop.answers("GET /api/v1/%s/messages/heard?id=%s&id=%s".formatted(service, CHARGE, COMPLETED), answer);
    }
}
