package com.allinone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.launcher.home.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the operator's commands ask a shop for, and what they print and end with. */
class OperatingCommandsTest {

    private static final String ORDER = "01936f1e-7c1a-7000-8000-0123456789ab";
    private static final String PIECE = "/api/v1/orders/projections/verification?limit=200";

    private final AnsweringShop shop = new AnsweringShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aShopWhoseOrdersAreWhatTheirEventsSayIsVerifiedToItsLastPiece() {
        shop.answers("GET " + PIECE, piece(200, 700, 0, "", "\"" + ORDER + "\""));
        shop.answers("GET " + PIECE + "&after=" + ORDER, piece(7, 21, 0, "", "null"));

        assertThat(shop.run("rebuild", "order", "--verify")).isEqualTo(ExitCode.OK);

        assertThat(shop.out().strip()).isEqualTo("orders 207, events 721, differing 0, repaired 0");
    }

    @Test
    void aDifferenceIsPrintedAndEndsWithThree() {
        shop.answers("GET " + PIECE, piece(3, 9, 1, """
                        {"orderId":"%s","what":"orders.status","stored":"CANCELLED","rebuilt":"SHIPPED"}""".formatted(ORDER), "null"));

        assertThat(shop.run("rebuild", "order", "--verify")).isEqualTo(ExitCode.DIFFERENT);

        assertThat(shop.out())
                .contains(ORDER + "  orders.status: read CANCELLED, events say SHIPPED")
                .contains("orders 3, events 9, differing 1, repaired 0");
    }

    @Test
    void theJsonOfAVerificationIsOneObject() {
        shop.answers("GET " + PIECE, piece(3, 9, 0, "", "null"));

        assertThat(shop.run("rebuild", "order", "--verify", "--json")).isEqualTo(ExitCode.OK);

        assertThat(shop.out().strip())
                .isEqualTo("{\"orders\":3,\"events\":9,\"differing\":0,\"repaired\":0,\"differences\":[]}");
    }

    @Test
    void whatIsStuckIsShownWithWhatItWaitsFor() {
        shop.answers("GET /api/v1/orders/stuck?limit=100", """
                {"items":[{"id":"%s","status":"RELEASING","since":"2026-11-21T12:00:00Z","nudges":4,"parked":true,
                           "waitsFor":"Inventory has to say that the goods are given back"}],"next":null}""".formatted(ORDER));

        assertThat(shop.run("stuck")).isEqualTo(ExitCode.OK);

        assertThat(shop.out()).contains(ORDER, "RELEASING", "Inventory has to say", "(an answer is parked)", "1 stuck");
    }

    @Test
    void anOperationIsWaitedForAndItsRefusalEndsWithOne() {
        String path = "/api/v1/orders/" + ORDER + "/operations";
        shop.answers("POST " + path, "{\"id\":\"op\",\"outcome\":null}");
        shop.answers(
                "GET " + path + "/op",
                "{\"id\":\"op\",\"outcome\":\"REFUSED\",\"detail\":\"The order is SHIPPED: this cannot be done to it\"}");

        assertThat(shop.run("operate", ORDER, "cancel", "--reason", "the shopper called"))
                .isEqualTo(ExitCode.UNTRUE);

        assertThat(shop.out()).contains("REFUSED  The order is SHIPPED");
        assertThat(shop.asked()).contains("POST " + path);
    }

    @Test
    void aRefundIsSettledByHand() {
        String path = "/api/v1/payment/payments/" + ORDER + "/refund-settlements";
        shop.answers("POST " + path, 201, "{\"action\":\"BY_HAND\"}");

        assertThat(shop.run("settle", ORDER, "by-hand", "--note", "a transfer")).isEqualTo(ExitCode.OK);

        assertThat(shop.out()).contains("booked as given back by hand");
        assertThat(shop.asked()).contains("POST " + path);
    }

    @Test
    void aRefundThatDidNotFailIsNotSettled() {
        shop.answers(
                "POST /api/v1/payment/payments/" + ORDER + "/refund-settlements",
                409,
                "{\"detail\":\"The payment is CAPTURED: there is no failed refund to settle\"}");

        assertThat(shop.run("settle", ORDER, "retry", "--note", "once more")).isEqualTo(ExitCode.UNTRUE);

        assertThat(shop.err()).contains("The payment is CAPTURED").hasLineCount(1);
    }

    @Test
    void whatTheShopDoesNotKnowIsOneSentence() {
        assertThat(shop.run("stuck")).isEqualTo(ExitCode.UNTRUE);
        assertThat(shop.err()).contains("The list was refused").hasLineCount(1);
    }

    private static String piece(int orders, int events, int differing, String differences, String next) {
        return "{\"orders\":%d,\"events\":%d,\"differing\":%d,\"repaired\":0,\"differences\":[%s],\"next\":%s}"
                .formatted(orders, events, differing, differences, next);
    }
}
