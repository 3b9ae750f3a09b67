package com.allinone.order.reconciling;

import com.allinone.http.callers.Caller;
import com.allinone.http.idempotency.IdempotencyKeys;
import com.allinone.http.idempotency.IdempotencyKeys.Answer;
import com.allinone.http.problems.Problems;
import com.allinone.messaging.MessageJson;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.order.port.Rounds;
import com.allinone.order.port.Rounds.Round;
import com.allinone.order.port.Rounds.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Comparing all books, for operators; auditors may read what was found. */
@Path("/api/v1/orders/reconciliations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reconciliations")
public class ReconciliationsResource {

    private static final String ROUTE = "POST /api/v1/orders/reconciliations";

    private final Beginning beginning;
    private final Rounds rounds;
    private final Transactions transactions;
    private final IdempotencyKeys keys;
    private final Caller caller;

    ReconciliationsResource(
            Beginning beginning, Rounds rounds, Transactions transactions, IdempotencyKeys keys, Caller caller) {
        this.beginning = beginning;
        this.rounds = rounds;
        this.transactions = transactions;
        this.keys = keys;
        this.caller = caller;
    }

    /** Begins a reconciliation: 202 with its address. */
    @POST
    @RolesAllowed(Caller.OPERATOR)
    @RunOnVirtualThread
    @Operation(summary = "Compare orders with reservations, payments, ledger and provider")
    @APIResponse(responseCode = "202", description = "Begun; look at its address until its state is not OPEN")
    @APIResponse(responseCode = "409", description = "Too many are under way")
    public Response begin(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @QueryParam("full") @DefaultValue("false") boolean full) {
        String checked = IdempotencyKeys.required(key);
        UUID operator = caller.userId();
        Scope scope = full ? Scope.FULL : Scope.RECENT;
        return transactions
                .call(transaction -> once(transaction, operator, checked, scope))
                .response();
    }

    private Answer once(Transaction transaction, UUID operator, String key, Scope scope) {
        String owner = operator.toString();
        return keys.claim(transaction, owner, ROUTE, key, scope.name()).orElseGet(() -> {
            Round round = beginning.begin(transaction, scope, operator);
            Answer answer = new Answer(
                    202,
                    "/api/v1/orders/reconciliations/" + round.id(),
                    MessageJson.write(RoundView.of(round, Map.of(), List.of())));
            keys.store(transaction, owner, ROUTE, key, answer);
            return answer;
        });
    }

    /** How far a reconciliation is, and what it has found. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Caller.OPERATOR, Caller.AUDITOR})
    @RunOnVirtualThread
    @Operation(summary = "A reconciliation and its differences by kind")
    public RoundView show(@PathParam("id") UUID id) {
        return transactions.call(transaction -> rounds.find(transaction, id)
                .map(round -> view(transaction, round))
                .orElseThrow(() -> Problems.notFound("Reconciliation " + id)));
    }

    /** The one that began last. */
    @GET
    @Path("/latest")
    @RolesAllowed({Caller.OPERATOR, Caller.AUDITOR})
    @RunOnVirtualThread
    @Operation(summary = "The latest reconciliation")
    public RoundView latest() {
        return transactions.call(transaction -> rounds.latest(transaction, false)
                .map(round -> view(transaction, round))
                .orElseThrow(() -> Problems.notFound("A reconciliation")));
    }

    private RoundView view(Transaction transaction, Round round) {
        return RoundView.of(
                round, rounds.counts(transaction, round.id()), rounds.list(transaction, round.id(), RoundView.MOST));
    }
}
