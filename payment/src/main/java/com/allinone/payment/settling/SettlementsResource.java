package com.allinone.payment.settling;

import com.allinone.http.callers.Caller;
import com.allinone.http.idempotency.IdempotencyKeys;
import com.allinone.http.idempotency.IdempotencyKeys.Answer;
import com.allinone.http.problems.Problem;
import com.allinone.http.problems.Problems;
import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.MessageIds;
import com.allinone.messaging.MessageJson;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.payment.domain.Announcements;
import com.allinone.payment.domain.OrderId;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.Payments;
import com.allinone.payment.domain.Settlement;
import com.allinone.payment.domain.Settlements;
import com.allinone.payment.domain.WorkSignal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What operators decided about an order's refund that failed; each decision is kept with its author. */
@Path("/api/v1/payment/payments/{orderId}/refund-settlements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "payments")
public class SettlementsResource {

    private static final Logger LOG = Logger.getLogger(SettlementsResource.class);
    private static final String ROUTE = "POST /api/v1/payment/payments/{orderId}/refund-settlements";

    private final Transactions transactions;
    private final Payments<Transaction> payments;
    private final Settlements<Transaction> settlements;
    private final Announcements<Transaction, IncomingMessage> announcements;
    private final IdempotencyKeys keys;
    private final MessageIds ids;
    private final WorkSignal signal;
    private final Caller caller;
    private final Clock clock;

    public SettlementsResource(
            Transactions transactions,
            Payments<Transaction> payments,
            Settlements<Transaction> settlements,
            Announcements<Transaction, IncomingMessage> announcements,
            IdempotencyKeys keys,
            MessageIds ids,
            WorkSignal signal,
            Caller caller,
            Clock clock) {
        this.transactions = transactions;
        this.payments = payments;
        this.settlements = settlements;
        this.announcements = announcements;
        this.keys = keys;
        this.ids = ids;
        this.signal = signal;
        this.caller = caller;
        this.clock = clock;
    }

    /** Decides. What follows is announced as any refund is, so the order goes on by itself. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.OPERATOR)
    @RunOnVirtualThread
    @Operation(summary = "Settle a refund that failed: ask the provider again, or say that it was given back by hand")
    @APIResponse(responseCode = "201", description = "Decided, and kept with its author")
    @APIResponse(responseCode = "409", description = "There is no refund that failed")
    public Response settle(
            @PathParam("orderId") UUID order,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            NewSettlement wanted) {
        String checked = IdempotencyKeys.required(key);
        UUID operator = caller.userId();
        return transactions
                .call(transaction -> once(transaction, new OrderId(order), operator, checked, wanted))
                .response();
    }

    /** What was decided so far, the first first. */
    @GET
    @RolesAllowed({Caller.OPERATOR, Caller.AUDITOR})
    @RunOnVirtualThread
    @Operation(summary = "What operators decided about a refund that failed")
    public List<SettlementView> list(@PathParam("orderId") UUID order) {
        return transactions.call(transaction ->
                settlements
                        .of(
                                transaction,
                                payment(transaction, new OrderId(order)).id())
                        .stream()
                        .map(SettlementView::of)
                        .toList());
    }

    private Answer once(Transaction transaction, OrderId order, UUID operator, String key, NewSettlement wanted) {
        String owner = operator.toString();
        return keys.claim(transaction, owner, ROUTE, key, order + " " + MessageJson.write(wanted))
                .orElseGet(() -> {
                    var settlement = settled(transaction, order, operator, wanted);
                    var answer = new Answer(201, null, MessageJson.write(SettlementView.of(settlement)));
                    keys.store(transaction, owner, ROUTE, key, answer);
                    return answer;
                });
    }

    private Settlement settled(Transaction transaction, OrderId order, UUID operator, NewSettlement wanted) {
        var payment = payment(transaction, order);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var settlement = new Settlement(ids.next(), payment.id(), wanted.decided(), operator, wanted.why(), now);
        var step = settlement.settle(payment);
        if (!step.changed()) {
            throw Problem.of(
                    409,
                    "refund-not-failed",
                    "The payment is " + payment.state().label() + ": there is no failed refund to settle");
        }
        payments.write(transaction, List.of(step), Map.of(), now);
        settlements.record(transaction, settlement);
        step.events().forEach(event -> announcements.announce(transaction, event));
        transaction.afterCommit(() -> {
            LOG.infof(
                    "Refund settled by an operator, orderId=%s paymentId=%s action=%s operator=%s",
                    order, payment.id(), settlement.action(), operator);
            signal.wake();
        });
        return settlement;
    }

    private Payment payment(Transaction transaction, OrderId order) {
        return Optional.ofNullable(payments.lock(transaction, List.of(order)).get(order))
                .orElseThrow(() -> Problems.notFound("A payment of order " + order));
    }
}
