package com.allinone.payment.viewing;

import com.allinone.http.operating.KeyMessages;
import com.allinone.messaging.tracing.MessageTraces;
import com.allinone.payment.domain.PaymentRecords.Booked;
import com.allinone.payment.domain.PaymentRecords.Recorded;
import com.allinone.payment.domain.Settlement;
import com.allinone.payment.domain.Trail;
import com.allinone.payment.viewing.PaymentView.MoneyView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What payment knows of an order's money, for operators.
 *
 * @param intent the provider's id of it
 * @param notAfter past which no money is taken
 * @param failures how often in a row the provider was of no help
 * @param askedAgainAt when the provider is asked next; absent where there is nothing to ask
 * @param attempts what was decided and what the provider answered, in order
 * @param ledger what was booked
 * @param settlements what operators decided about a refund that failed
 */
@RegisterForReflection
public record PaymentExplanation(
        UUID orderId,
        UUID paymentId,
        String status,
        @Nullable String reason,
        @Nullable MoneyView amount,
        @Nullable String intent,
        Instant requestedAt,
        Instant since,
        @Nullable Instant notAfter,
        int failures,
        @Nullable Instant askedAgainAt,
        List<Attempt> attempts,
        List<Line> ledger,
        List<Settled> settlements,
        @Nullable String traceId,
        KeyMessages messages) {

    /**
     * A step of a payment.
     *
     * @param answer what the provider said, or why nothing changed
     */
    @RegisterForReflection
    public record Attempt(Instant at, String state, String answer) {

        static Attempt of(Trail.Entry entry) {
            return new Attempt(entry.at(), entry.what(), entry.answer());
        }
    }

    /**
     * A line of the ledger.
     *
     * @param amount positive for a debit, negative for a credit
     */
    @RegisterForReflection
    public record Line(Instant at, String kind, String account, MoneyView amount) {

        static Line of(Booked booked) {
            var entry = booked.entry();
            return new Line(
                    booked.at(),
                    entry.kind().name(),
                    entry.account().name(),
                    new MoneyView(entry.amount(), entry.currency()));
        }
    }

    /** What an operator decided. */
    @RegisterForReflection
    public record Settled(Instant at, String action, UUID operator) {

        static Settled of(Settlement settlement) {
            return new Settled(settlement.at(), settlement.action().name(), settlement.operator());
        }
    }

    static PaymentExplanation of(Recorded recorded, KeyMessages messages) {
        var payment = recorded.payment();
        var charge = payment.charge();
        return new PaymentExplanation(
                payment.order().value(),
                payment.id().value(),
                payment.state().label(),
                PaymentView.reason(payment.state()),
                charge == null ? null : MoneyView.of(charge.money()),
                recorded.intent().orElse(null),
                recorded.requestedAt(),
                recorded.changedAt(),
                charge == null ? null : charge.notAfter(),
                recorded.failures(),
                recorded.dueAt().orElse(null),
                recorded.trail().entries().stream().map(Attempt::of).toList(),
                recorded.ledger().stream().map(Line::of).toList(),
                recorded.settlements().stream().map(Settled::of).toList(),
                MessageTraces.traceId(recorded.traceparent().orElse(null)),
                messages);
    }
}
