package com.allinone.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.testing.Topic;
import com.allinone.payment.Shop.Order;
import com.allinone.payment.domain.OrderId;
import com.allinone.payment.domain.Report;
import com.allinone.payment.domain.Reports;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payments, ledger and provider are compared; every kind of difference is made here and found. */
@QuarkusTest
@ServiceTest
class ReportingTest {

    @Inject
    Shop shop;

    @Inject
    Transactions transactions;

    @Inject
    Reports<Transaction> reports;

    private final UUID from = UuidCreator.getTimeOrderedEpoch();
    private Topic commands;
    private Topic events;
    private ProviderBooks provider;

    @BeforeEach
    void open() {
        commands = new Topic("payment.commands");
        events = new Topic("payment.events");
        provider = new ProviderBooks();
    }

    @AfterEach
    void close() {
        provider.outage(false);
        commands.close();
        events.close();
        transactions.run(transaction -> {
            transaction.sql("alter table ledger_entry disable trigger user").update();
            transaction
                    .sql("delete from ledger_entry using payment where payment.payment_id = ledger_entry.payment_id"
                            + " and order_id >= ? and order_id < ?")
                    .bind(from)
                    .bind(UuidCreator.getTimeOrderedEpoch())
                    .update();
            transaction.sql("alter table ledger_entry enable trigger user").update();
        });
        shop.assertLedgerBalances();
    }

    @Test
    void booksThatAgreeShowNothing() {
        var paid = settled("tok_visa", "COMPLETED");
        var declined = settled("tok_declined", "DECLINED");
        var returned = settled("tok_visa", "COMPLETED");
        shop.refund(commands, returned);
        shop.awaitState(returned, "REFUNDED");
        var unreturned = settled("tok_refund_refused", "COMPLETED");
        shop.refund(commands, unreturned);
        shop.awaitState(unreturned, "REFUND_FAILED");
        var resolved = settled("tok_500_after", "COMPLETED");
        var abandoned = order();
        shop.cancel(commands, abandoned);
        shop.awaitState(abandoned, "DECLINED");

        var report = reported();

        assertThat(findings(report)).isEmpty();
        assertThat(report.path("providerSeenAt").isTextual()).isTrue();
        assertThat(states(report))
                .isEqualTo(Map.of(
                        paid.key(), "COMPLETED 12900 0",
                        declined.key(), "DECLINED 0 0",
                        returned.key(), "REFUNDED 12900 12900",
                        unreturned.key(), "REFUND_FAILED 12900 0",
                        resolved.key(), "COMPLETED 12900 0",
                        abandoned.key(), "DECLINED 0 0"));
    }

    @Test
    void aLedgerThatDoesNotAddUpIsFound() {
        var order = settled("tok_visa", "COMPLETED");
        ledger("update ledger_entry set amount = amount + 7 where account = 'SALES' and payment_id = ?", order);

        assertThat(findings(reported())).isEqualTo(Map.of("LEDGER_NOT_ZERO", order.key()));
    }

    @Test
    void aLedgerThatLacksAPaymentIsFound() {
        var order = settled("tok_visa", "COMPLETED");
        ledger("delete from ledger_entry where payment_id = ?", order);

        assertThat(findings(reported())).isEqualTo(Map.of("LEDGER_DIFFERS_FROM_PAYMENT", order.key()));
    }

    @Test
    void aCaptureThatOnlyTheProviderKnowsIsFound() {
        var order = settled("tok_visa", "COMPLETED");
        ledger("delete from ledger_entry where payment_id = ?", order);
        payment("state = 'DECLINED', reason = 'CANCELLED', completed_at = null", order);

        assertThat(findings(reported())).isEqualTo(Map.of("CAPTURED_AT_PROVIDER_ONLY", order.key()));
    }

    @Test
    void aCaptureThatTheProviderDoesNotKnowIsFound() {
        var order = settled("tok_declined", "DECLINED");
        payment("state = 'COMPLETED', reason = null, completed_at = now()", order);

        assertThat(findings(reported()))
                .isEqualTo(Map.of("CAPTURED_HERE_ONLY", order.key(), "LEDGER_DIFFERS_FROM_PAYMENT", order.key()));
    }

    @Test
    void anotherAmountAtTheProviderIsFound() {
        var order = settled("tok_visa", "COMPLETED");
        ledger("update ledger_entry set amount = amount * 2 where payment_id = ?", order);
        payment("amount = amount * 2", order);

        assertThat(findings(reported())).isEqualTo(Map.of("PROVIDER_AMOUNT_DIFFERS", order.key()));
    }

    @Test
    void aRefundThatOnlyTheProviderKnowsIsFound() {
        var order = settled("tok_visa", "COMPLETED");
        provider.refunds(intent(order));

        assertThat(findings(reported())).isEqualTo(Map.of("PROVIDER_REFUND_DIFFERS", order.key()));
    }

    @Test
    void anIntentThatTheProviderDoesNotListIsFound() {
        var order = settled("tok_visa", "COMPLETED");
        // Its own intent becomes somebody's who was not charged: the money is where no payment of this order says so.
        provider.charges(order.id());
        payment("intent_id = 'pi_nowhere_" + order.shopper().toString().replace("-", "") + "'", order);

        assertThat(findings(reported())).isEqualTo(Map.of("DUPLICATE_CHARGES", order.key()));

        var declined = settled("tok_declined", "DECLINED");
        payment("intent_id = 'pi_nowhere_" + declined.shopper().toString().replace("-", "") + "'", declined);

        assertThat(findings(reported())).containsEntry("INTENT_UNKNOWN_TO_PROVIDER", declined.key());
    }

    @Test
    void anIntentThatNoPaymentKnowsIsFound() {
        var order = order();
        provider.charges(order.id());

        assertThat(findings(reported())).isEqualTo(Map.of("UNKNOWN_INTENT_AT_PROVIDER", order.key()));
    }

    @Test
    void aStrangersChargeThatWentBackWholeIsNobodysBusiness() {
        provider.refunds(provider.charges(order().id()));
        var paid = settled("tok_visa", "COMPLETED");
        provider.refunds(provider.charges(paid.id()));
        var declined = settled("tok_declined", "DECLINED");
        provider.refunds(provider.charges(declined.id()));

        assertThat(findings(reported())).isEmpty();
    }

    @Test
    void anIntentThatNamesNoOrderIsFound() {
        // The provider tells times in whole seconds: in the next one it is made after the range begins.
        Awaitility.await().pollDelay(Duration.ofMillis(1_100)).until(() -> true);
        var intent = provider.charges(null);

        assertThat(findings(reported())).isEqualTo(Map.of("UNKNOWN_INTENT_AT_PROVIDER", intent));
    }

    @Test
    void whatMovedWhileTheListWasReadIsLeftForTheNextTime() {
        var order = settled("tok_visa", "COMPLETED");
        provider.refunds(intent(order));
        payment("changed_at = now() + interval '1 hour'", order);

        assertThat(findings(reported())).isEmpty();
    }

    @Test
    void aSilentProviderIsSaidSoAndOurOwnBooksAreCompared() {
        var order = settled("tok_visa", "COMPLETED");
        ledger("delete from ledger_entry where payment_id = ?", order);
        provider.outage(true);

        var report = reported();

        assertThat(report.has("providerSeenAt")).isFalse();
        assertThat(findings(report)).isEqualTo(Map.of("LEDGER_DIFFERS_FROM_PAYMENT", order.key()));
    }

    /** The provider lists a hundred at a time. */
    @Test
    void aListOfSeveralPagesIsReadToItsEnd() {
        for (int count = 0; count < 230; count++) {
            provider.charges(UuidCreator.getTimeOrderedEpoch());
        }

        var report = reported();

        assertThat(report.path("findings")).hasSize(230);
    }

    @Test
    void aThousandIntentsAreMoreThanOneAnswerHolds() {
        transactions.run(transaction -> transaction.sql("""
                        insert into provider_intent
                        select 'pi_many_' || number, ('00000000-0001-7000-8000-' || lpad(number::text, 12, '0'))::uuid,
                               'succeeded', 'KRW', 1, 0, 'epoch', now() from generate_series(1, 1100) as number""").update());
        var first = reported(
                UUID.fromString("00000000-0001-7000-8000-000000000000"),
                UUID.fromString("00000000-0001-7000-8000-999999999999"));
        transactions.run(transaction -> transaction
                .sql("delete from provider_intent where intent_id like 'pi_many_%'")
                .update());

        assertThat(first.path("findings")).hasSize(1000);
        assertThat(first.path("coveredUntil").asText()).isEqualTo("00000000-0001-7000-8000-000000001001");
    }

    /** Of many that wait while PostgreSQL believes in one: a plan that asks for the next again and again takes them all. */
    @Test
    void oneReportIsTakenAtATime() {
        var asked = Stream.generate(UuidCreator::getTimeOrderedEpoch).limit(50).toList();
        var round = UUID.randomUUID();
        var longAgo = Instant.now().minus(Duration.ofHours(1));
        transactions.run(transaction -> {
            for (var id : asked) {
                var first = new OrderId(from);
                reports.ask(transaction, new Report(id, 2, round, first, first), null, longAgo);
                if (id.equals(asked.getFirst())) {
                    transaction.sql("analyze report_request").update();
                }
            }
            var taken = Stream.generate(() -> reports.take(transaction, Instant.now(), Duration.ofMinutes(1)))
                    .takeWhile(Optional::isPresent)
                    .map(waiting -> waiting.orElseThrow().report().id())
                    .toList();
            assertThat(taken).containsExactlyInAnyOrderElementsOf(asked);
            transaction
                    .sql("delete from report_round where round_id = ?")
                    .bind(round)
                    .update();
        });
    }

    private static Order order() {
        return new Order(UuidCreator.getTimeOrderedEpoch(), UUID.randomUUID());
    }

    private Order settled(String card, String state) {
        var order = order();
        shop.charge(commands, order, card);
        shop.awaitState(order, state);
        return order;
    }

    private JsonNode reported() {
        return reported(from, UuidCreator.getTimeOrderedEpoch());
    }

    private JsonNode reported(UUID first, UUID until) {
        var report = UUID.randomUUID();
        commands.send(
                "/order",
                report.toString(),
                "payment.report.v1",
                "{\"reportId\":\"%s\",\"look\":1,\"roundId\":\"%s\",\"fromOrderId\":\"%s\",\"untilOrderId\":\"%s\"}"
                        .formatted(report, UUID.randomUUID(), first, until));
        var reported = events.await(report.toString(), "payment.reported.v1");
        Shop.assertMeetsContract(reported);
        assertThat(reported.body().path("reportId").asText()).isEqualTo(report.toString());
        return reported.body();
    }

    private static Map<String, String> findings(JsonNode report) {
        var findings = new TreeMap<String, String>();
        report.path("findings")
                .forEach(finding -> findings.put(
                        finding.path("kind").asText(), finding.path("subject").asText()));
        return findings;
    }

    private static Map<String, String> states(JsonNode report) {
        var states = new TreeMap<String, String>();
        report.path("payments")
                .forEach(payment -> states.put(
                        payment.path("orderId").asText(),
                        payment.path("state").asText() + " "
                                + payment.path("captured").asLong() + " "
                                + payment.path("refunded").asLong()));
        return states;
    }

    private String intent(Order order) {
        return transactions.call(transaction -> transaction
                .sql("select intent_id from payment where order_id = ?")
                .bind(order.id())
                .first(row -> row.text("intent_id"))
                .orElseThrow());
    }

    private void ledger(String statement, Order order) {
        transactions.run(transaction -> {
            transaction.sql("alter table ledger_entry disable trigger user").update();
            transaction
                    .sql(statement.replace("?", "(select payment_id from payment where order_id = ?)"))
                    .bind(order.id())
                    .update();
            transaction.sql("alter table ledger_entry enable trigger user").update();
        });
    }

    private void payment(String change, Order order) {
        transactions.run(transaction -> transaction
                .sql("update payment set " + change + " where order_id = ?")
                .bind(order.id())
                .update());
    }
}
