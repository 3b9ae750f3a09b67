package com.allinone.order.reconciling;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.messaging.MessageJson;
import com.allinone.messaging.testing.Contracts;
import com.allinone.order.domain.Books.Fate;
import com.allinone.order.domain.Books.Stage;
import com.allinone.order.domain.Difference;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every example of what inventory and payment report is read, and their words are ours. */
class ReportedBodiesTest {

    @Test
    void everyExampleOfInventoryIsRead() {
        assertThat(Contracts.examples("inventory", "stock.reported.v1"))
                .allSatisfy(example -> assertThat(
                                MessageJson.read(example, ReportedBodies.Stock.class).reservations().stream()
                                        .map(ReportedBodies.Reservation::books))
                        .doesNotContainNull());
    }

    @Test
    void everyExampleOfPaymentIsRead() {
        assertThat(Contracts.examples("payment", "payment.reported.v1"))
                .allSatisfy(example -> assertThat(payments(example)).doesNotContainNull());
    }

    @Test
    void everyWordOfTheContractsIsKnown() {
        String stock = Contracts.examples("inventory", "stock.reported.v1").getFirst();
        for (Stage stage : Stage.values()) {
            assertThat(Contracts.violationsOfJson(
                            "inventory", "stock.reported.v1", stock.replace("ALLOCATED", stage.name())))
                    .isEmpty();
        }
        String payment = Contracts.examples("payment", "payment.reported.v1").getFirst();
        for (Fate fate : Fate.values()) {
            assertThat(Contracts.violationsOfJson(
                            "payment", "payment.reported.v1", payment.replace("COMPLETED", fate.name())))
                    .isEmpty();
        }
    }

    @Test
    void aFindingOfANewerPaymentIsKeptInItsOwnWords() {
        var finding = new ReportedBodies.Finding("QUITE_NEW", "pi_1", null, "Look at this");

        assertThat(finding.difference())
                .isEqualTo(new Difference("pi_1", Difference.Kind.OTHER_IN_PAYMENT, "QUITE_NEW: Look at this", false));
        assertThat(Arrays.stream(Difference.Kind.values()).map(Enum::name)).doesNotContain("QUITE_NEW");
    }

    private static Stream<Object> payments(String example) {
        var body = MessageJson.read(example, ReportedBodies.Payments.class);
        return Stream.concat(
                body.payments().stream().map(ReportedBodies.Payment::books),
                body.findings().stream().map(ReportedBodies.Finding::difference));
    }
}
