package com.allinone.payment.webhooks;

import com.allinone.http.problems.Problem;
import com.allinone.payment.domain.IntentId;
import com.allinone.payment.webhooks.HearingTogether.Delivery;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the provider tells that something happened to an intent. Nothing it says is believed: a genuine delivery makes
 * us look at the intent now instead of later. The caller needs no token, only the signature.
 */
@Path("/api/v1/payment/webhooks/stripe")
public class StripeWebhookResource {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StripeSignature signature;
    private final HearingTogether together;
    private final MeterRegistry metrics;
    private final Clock clock;

    public StripeWebhookResource(WebhookConfig config, HearingTogether together, MeterRegistry metrics, Clock clock) {
        this.signature = new StripeSignature(config.secret(), config.age());
        this.together = together;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Takes one delivery: 204 when it is genuine, also when it was heard before; 400 {@code webhook-refused} otherwise.
     */
    @POST
    @PermitAll
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_JSON)
    public void hear(@HeaderParam("Stripe-Signature") @Nullable String header, byte[] body) {
        var verdict = signature.check(header == null ? "" : header, body, clock.instant());
        if (verdict != StripeSignature.Verdict.GENUINE) {
            count(verdict.name());
            throw refused(verdict.name().toLowerCase(Locale.ROOT));
        }
        count(together.hear(read(body)).name());
    }

    private static Delivery read(byte[] body) {
        try {
            var event = JSON.readTree(body);
            var id = event.path("id").asText();
            if (id.isEmpty() || id.length() > 255) {
                throw refused("without an id");
            }
            return new Delivery(id, intent(event.at("/data/object")).map(IntentId::new));
        } catch (IOException | IllegalArgumentException garbled) {
            throw refused("garbled");
        }
    }

    private static Optional<String> intent(JsonNode object) {
        var name = object.path("object").asText().equals("payment_intent") ? "id" : "payment_intent";
        return Optional.of(object.path(name).asText()).filter(id -> !id.isEmpty());
    }

    private void count(String verdict) {
        metrics.counter("payment.webhooks", "verdict", verdict.toLowerCase(Locale.ROOT))
                .increment();
    }

    private static Problem refused(String why) {
        return Problem.of(400, "webhook-refused", "This delivery is " + why + " and was not heard");
    }
}
