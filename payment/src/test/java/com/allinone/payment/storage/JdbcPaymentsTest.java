package com.allinone.payment.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.payment.ServiceTest;
import com.allinone.payment.domain.Charge;
import com.allinone.payment.domain.DeclineReason;
import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.Lease;
import com.allinone.payment.domain.LedgerEntry;
import com.allinone.payment.domain.Money;
import com.allinone.payment.domain.OrderId;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentId;
import com.allinone.payment.domain.PaymentState;
import com.allinone.payment.domain.Payments;
import com.allinone.payment.domain.RefundFailure;
import com.allinone.payment.domain.RefundId;
import com.allinone.payment.domain.ShopperId;
import com.allinone.payment.domain.Step;
import com.allinone.payment.domain.Trail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@ServiceTest
class JdbcPaymentsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    /** Never due for the service's own worker, which lives in the present. */
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    @Inject
    Transactions transactions;

    @Inject
    Payments<Transaction> payments;

    static Stream<PaymentState> states() {
        var intent = new IntentId("pi_any");
        return Stream.of(
                new PaymentState.Declined(DeclineReason.TOO_LATE),
                new PaymentState.Completed(intent, NOW),
                new PaymentState.Refunded(intent, NOW, new RefundId("re_1")),
                new PaymentState.RefundFailed(intent, NOW, RefundFailure.FAILED_AT_BANK),
                new PaymentState.Requested(),
                new PaymentState.Created(intent, 3),
                new PaymentState.Confirming(intent, 4),
                new PaymentState.Cancelling(intent, DeclineReason.ACTION_REQUIRED),
                new PaymentState.Refunding(intent, NOW));
    }

    @ParameterizedTest
    @MethodSource("states")
    void keepsEveryStateAsItWas(PaymentState state) {
        var payment = payment(state);
        write(payment, List.of());

        assertThat(read(payment)).isEqualTo(payment);
    }

    @Test
    void keepsARefusalWithoutACharge() {
        var tombstone = new Payment(
                new PaymentId(UUID.randomUUID()),
                new OrderId(UUID.randomUUID()),
                null,
                new PaymentState.Declined(DeclineReason.CANCELLED),
                1);
        write(tombstone, List.of());

        assertThat(read(tombstone)).isEqualTo(tombstone);
    }

    @Test
    void refusesAChangeThatIsNotNewerThanWhatIsThere() {
        var payment = payment(new PaymentState.Requested());
        write(payment, List.of());

        assertThatThrownBy(() -> write(payment, List.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesLedgerEntriesThatDoNotSumToZero() {
        var payment = payment(new PaymentState.Completed(anyIntent(), NOW));
        var entries = entries(payment, LedgerEntry.Kind.CAPTURE, 12_900, -12_899);

        assertThatThrownBy(() -> write(payment, entries))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("sum to zero");
        assertThatThrownBy(() -> write(payment, entries.subList(0, 1))).isInstanceOf(DatabaseFailure.class);
    }

    @Test
    void refusesToBookTheSameThingTwiceAndToChangeWhatIsBooked() {
        var payment = payment(new PaymentState.Completed(anyIntent(), NOW));
        var entries = entries(payment, LedgerEntry.Kind.CAPTURE, 12_900, -12_900);
        write(payment, entries);

        assertThatThrownBy(() -> write(payment.to(payment.state()), entries)).isInstanceOf(DatabaseFailure.class);
        assertThatThrownBy(() -> transactions.run(transaction -> transaction
                        .sql("delete from ledger_entry where payment_id = ?")
                        .bind(payment.id().value())
                        .update()))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("neither changed nor deleted");
        assertThatThrownBy(() -> transactions.run(transaction -> transaction
                        .sql("update ledger_entry set amount = amount * 2 where payment_id = ?")
                        .bind(payment.id().value())
                        .update()))
                .isInstanceOf(DatabaseFailure.class);
    }

    @Test
    void leasesAPaymentToOneUntilTheLeaseEnds() {
        var payment = payment(new PaymentState.Requested());
        transactions.run(transaction -> payments.write(transaction, List.of(step(payment, List.of())), Map.of(), FAR));

        var first = lease(payment, FAR);
        assertThat(first).hasSize(1);
        assertThat(lease(payment, FAR.plusSeconds(44))).isEmpty();
        var second = lease(payment, FAR.plusSeconds(45));
        assertThat(second).hasSize(1);

        // The first holder wakes up late: what it puts back is no longer its own.
        release(first.getFirst(), FAR.plusSeconds(46), 1);
        assertThat(lease(payment, FAR.plusSeconds(60))).isEmpty();
        release(second.getFirst(), FAR.plusSeconds(70), 2);
        assertThat(lease(payment, FAR.plusSeconds(69))).isEmpty();
        assertThat(lease(payment, FAR.plusSeconds(70)))
                .singleElement()
                .satisfies(lease -> assertThat(lease.failures()).isEqualTo(2));
    }

    @Test
    void hurriesOnlyWhatWantsWork() {
        var open = payment(new PaymentState.Confirming(anyIntent(), 1));
        var closed = payment(new PaymentState.Completed(anyIntent(), NOW));
        write(open, List.of());
        write(closed, List.of());

        assertThat(hurry(open)).isTrue();
        assertThat(hurry(closed)).isFalse();
    }

    @Test
    void hurriesNothingThatSomebodyDecidesAboutAndWaitsForNobody() {
        var open = payment(new PaymentState.Confirming(anyIntent(), 1));
        write(open, List.of());

        boolean hurried = transactions.call(deciding -> {
            payments.lock(deciding, open.id());
            return CompletableFuture.supplyAsync(() -> hurry(open))
                    .orTimeout(2, TimeUnit.SECONDS)
                    .join();
        });

        assertThat(hurried).isFalse();
    }

    private boolean hurry(Payment payment) {
        var intent = switch (payment.state()) {
            case PaymentState.Confirming(var id, var _) -> id;
            case PaymentState.Completed(var id, var _) -> id;
            case PaymentState other -> throw new IllegalStateException(other.label());
        };
        return transactions
                .call(transaction -> payments.hurry(transaction, List.of(intent), FAR))
                .contains(intent);
    }

    private void write(Payment payment, List<LedgerEntry> entries) {
        transactions.run(transaction -> payments.write(transaction, List.of(step(payment, entries)), Map.of(), FAR));
    }

    private static Step step(Payment payment, List<LedgerEntry> entries) {
        return new Step(payment, true, List.of(), entries);
    }

    private Payment read(Payment payment) {
        return transactions.call(
                transaction -> payments.lock(transaction, payment.id()).orElseThrow());
    }

    private List<Lease> lease(Payment payment, Instant now) {
        return transactions.call(transaction -> payments.lease(transaction, now, Duration.ofSeconds(45), 1000)).stream()
                .filter(lease -> lease.payment().id().equals(payment.id()))
                .toList();
    }

    private void release(Lease lease, Instant dueAgain, int failures) {
        transactions.run(transaction -> payments.release(
                transaction, lease, dueAgain, failures, new Trail.Entry(dueAgain, "REQUESTED", "no answer")));
    }

    private static List<LedgerEntry> entries(Payment payment, LedgerEntry.Kind kind, long debit, long credit) {
        return List.of(
                new LedgerEntry(payment.id(), kind, LedgerEntry.Account.PROVIDER, debit, "KRW"),
                new LedgerEntry(payment.id(), kind, LedgerEntry.Account.SALES, credit, "KRW"));
    }

    private static IntentId anyIntent() {
        return new IntentId("pi_" + UUID.randomUUID().toString().replace("-", ""));
    }

    private static Payment payment(PaymentState state) {
        var charge = new Charge(
                new ShopperId(UUID.randomUUID()), new Money(12_900, "KRW"), "tok_visa", NOW.plusSeconds(300));
        return new Payment(new PaymentId(UUID.randomUUID()), new OrderId(UUID.randomUUID()), charge, fresh(state), 1);
    }

    /** The same state with an intent that no other payment has. */
    private static PaymentState fresh(PaymentState state) {
        return switch (state) {
            case PaymentState.Created(var _, var confirms) -> new PaymentState.Created(anyIntent(), confirms);
            case PaymentState.Confirming(var _, var confirms) -> new PaymentState.Confirming(anyIntent(), confirms);
            case PaymentState.Cancelling(var _, var reason) -> new PaymentState.Cancelling(anyIntent(), reason);
            case PaymentState.Completed(var _, var at) -> new PaymentState.Completed(anyIntent(), at);
            case PaymentState.Refunding(var _, var at) -> new PaymentState.Refunding(anyIntent(), at);
            case PaymentState.Refunded(var _, var at, var refund) -> new PaymentState.Refunded(anyIntent(), at, refund);
            case PaymentState.RefundFailed(var _, var at, var why) ->
                new PaymentState.RefundFailed(anyIntent(), at, why);
            case PaymentState.Requested _, PaymentState.Declined _ -> state;
        };
    }
}
