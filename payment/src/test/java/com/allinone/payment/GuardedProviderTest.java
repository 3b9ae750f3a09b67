package com.allinone.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.Provider;
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
            // Whoever is on call sees what the circuit is now, and which of the three turned calls away. It is half
            // open
            // after a while, until somebody calls: the first look at the metrics may take longer than that.
            Shop.await(() -> complaint().contains("CircuitBreakerOpen")
                    && metrics()
                            .contains(
                                    "ft_circuitbreaker_state_current{method=\"payment-provider\",state=\"open\"} 1.0"));
            assertThat(metrics())
                    .contains("ft_circuitbreaker_calls_total")
                    .contains("ft_bulkhead_calls_total")
                    .contains("ft_timeout_calls_total");
        } finally {
            books.outage(false);
        }

        Shop.await(() -> complaint().contains("knows no intent"));
        // An answer that we do not like is an answer: the circuit stays closed for the payments of others.
        for (int call = 0; call < 30; call++) {
            assertThat(complaint()).contains("knows no intent");
        }
    }

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }

    private String complaint() {
        try {
            return provider.look(NOWHERE).toString();
        } catch (RuntimeException silence) {
            return String.valueOf(silence.getMessage());
        }
    }
}
