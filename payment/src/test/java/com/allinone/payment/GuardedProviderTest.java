package com.allinone.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.Provider;
import com.allinone.payment.domain.ProviderUnavailable;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ServiceTest
class GuardedProviderTest {

    private static final IntentId NOWHERE = new IntentId("pi_nowhere");

    @Inject
    Provider provider;

    @Test
    void stopsAskingAProviderThatIsDownAndAsksAgainLater() {
        var books = new ProviderBooks();
        books.outage(true);
        try {
            Shop.await(() -> complaint().contains("CircuitBreakerOpen"));
        } finally {
            books.outage(false);
        }

        Shop.await(() -> complaint().contains("knows no intent"));
        // A provider that answers keeps the circuit closed for the payments that come after this test.
        assertThat(complaint()).contains("knows no intent");
    }

    private String complaint() {
        try {
            return provider.look(NOWHERE).toString();
        } catch (ProviderUnavailable silence) {
            return String.valueOf(silence.getMessage());
        }
    }
}
