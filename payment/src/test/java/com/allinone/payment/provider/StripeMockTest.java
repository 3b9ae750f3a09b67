package com.allinone.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allinone.payment.domain.Charge;
import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.Money;
import com.allinone.payment.domain.OrderId;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.PaymentState;
import com.allinone.payment.domain.Provider.Creation;
import com.allinone.payment.domain.RefundSight;
import com.allinone.payment.domain.ShopperId;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The adapter against Stripe's own mock server, which refuses whatever Stripe's published API does not describe. It is
 * a Go program, so it is only asked where the variable STRIPE_MOCK says where it is; CI sees to that.
 *
 * @see <a href="https://github.com/stripe/stripe-mock">stripe-mock</a>
 */
@EnabledIfEnvironmentVariable(named = "STRIPE_MOCK", matches = ".+")
final class StripeMockTest {

    private static final IntentId INTENT = new IntentId("pi_1Pgc6d2eZvKYlo2CAny");

    private static Process mock;
    private static URI address;

    private RecordedCalls recorded;
    private StripeClient client;
    private StripeProvider provider;

    @BeforeAll
    static void startTheMock() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        mock = new ProcessBuilder(
                        Path.of(System.getenv("STRIPE_MOCK")).toString(), "-http-port", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        address = URI.create("http://127.0.0.1:" + port);
        await("stripe-mock").atMost(Duration.ofSeconds(60)).until(() -> isOpen(port));
    }

    @AfterAll
    static void stopTheMock() {
        mock.destroyForcibly();
    }

    @BeforeEach
    void connect() throws IOException {
        recorded = new RecordedCalls(address);
        client = new StripeClient(
                recorded.address(),
                "sk_test_adapter",
                Duration.ofSeconds(10),
                OpenTelemetry.noop().getTracer("test"));
        provider = new StripeProvider(client);
    }

    @AfterEach
    void disconnect() {
        client.close();
        recorded.close();
    }

    @Test
    void takesAnIntent() {
        assertThat(provider.create(payment(), 0)).isInstanceOf(Creation.Made.class);
        assertThat(recorded.calls()).containsExactly("POST /v1/payment_intents 200");
    }

    @Test
    void takesAConfirm() {
        assertThat(provider.confirm(payment().id(), INTENT, 1)).isNotNull();
        assertThat(recorded.calls()).containsExactly("POST /v1/payment_intents/" + INTENT + "/confirm 200");
    }

    @Test
    void takesALook() {
        assertThat(provider.look(INTENT)).isNotNull();
        assertThat(recorded.calls()).containsExactly("GET /v1/payment_intents/" + INTENT + " 200");
    }

    @Test
    void takesACancel() {
        assertThat(provider.cancel(INTENT)).isNotNull();
        assertThat(recorded.calls()).containsExactly("POST /v1/payment_intents/" + INTENT + "/cancel 200");
    }

    @Test
    void listsIntentsWithWhatWasGivenBack() {
        var page = provider.list(Instant.parse("2026-11-21T00:00:00Z"), Optional.of(INTENT));

        assertThat(page.intents()).isNotEmpty().allSatisfy(intent -> {
            assertThat(intent.currency()).matches("[A-Z]{3}");
            assertThat(intent.order()).isNull();
        });
        assertThat(recorded.calls()).containsExactly("GET /v1/payment_intents 200");
    }

    /** Without the charge written out, nothing would ever be seen to be given back. */
    @Test
    void writesTheChargeOutWhereThatIsAskedFor() {
        var answer = client.get("list", "/v1/payment_intents?limit=1&expand%5B%5D=data.latest_charge");

        assertThat(answer.body().at("/data/0/latest_charge/amount_refunded").isInt())
                .isTrue();
    }

    @Test
    void takesARefund() {
        assertThat(provider.refund(payment(), INTENT, 0)).isInstanceOf(RefundSight.Given.class);
        assertThat(recorded.calls()).containsExactly("POST /v1/refunds 200");
    }

    @Test
    void listsRefunds() {
        assertThat(provider.refundOf(INTENT)).get().isInstanceOf(RefundSight.Given.class);
        assertThat(recorded.calls()).containsExactly("GET /v1/refunds 200");
    }

    /** If the mock took everything, the other tests would show nothing. */
    @Test
    void refusesWhatStripeDoesNotDescribe() {
        var answer = client.post("refund", "/v1/refunds", Map.of("payment_intent", "pi_1", "nonsense", "1"), "key");

        assertThat(answer.status()).isEqualTo(400);
    }

    private static boolean isOpen(int port) {
        if (!mock.isAlive()) {
            throw new IllegalStateException("stripe-mock ended with " + mock.exitValue());
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Payment payment() {
        return new Payment(
                new PaymentId(UUID.randomUUID()),
                new OrderId(UUID.randomUUID()),
                new Charge(
                        new ShopperId(UUID.randomUUID()),
                        new Money(12_900, "KRW"),
                        "pm_card_visa",
                        Instant.parse("2036-01-01T00:00:00Z")),
                new PaymentState.Requested(),
                1);
    }
}
