package com.allinone.order.operating;

import com.allinone.http.callers.Caller;
import com.allinone.http.idempotency.IdempotencyKeys;
import com.allinone.http.idempotency.IdempotencyKeys.Answer;
import com.allinone.http.paging.Cursor;
import com.allinone.http.paging.Limit;
import com.allinone.http.paging.Page;
import com.allinone.http.problems.Problems;
import com.allinone.messaging.MessageIds;
import com.allinone.messaging.MessageJson;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.order.domain.Operation;
import com.allinone.order.domain.OrderId;
import com.allinone.order.port.Operations;
import com.allinone.order.port.OrderPages;
import com.allinone.order.publishing.OperatorMessages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/orders/{id}/operations}: an operator's actions on one order. */
@Path("/api/v1/orders/{id}/operations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "operations")
public class OperationsResource {

    private static final String ROUTE = "POST /api/v1/orders/operations";

    private final Transactions transactions;
    private final Operations operations;
    private final OrderPages orders;
    private final IdempotencyKeys keys;
    private final MessageIds ids;
    private final Caller caller;
    private final Clock clock;

    public OperationsResource(
            Transactions transactions,
            Operations operations,
            OrderPages orders,
            IdempotencyKeys keys,
            MessageIds ids,
            Caller caller,
            Clock clock) {
        this.transactions = transactions;
        this.operations = operations;
        this.orders = orders;
        this.keys = keys;
        this.ids = ids;
        this.caller = caller;
        this.clock = clock;
    }

    /** Asks for an action: stored with its author, and on its way to the order's saga as a message. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.OPERATOR)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Retry now, cancel, mark shipped or mark delivered; operators only")
    @APIResponse(responseCode = "202", description = "Stored and sent; its outcome can be read at its address")
    @APIResponse(responseCode = "404", description = "There is no such order")
    public Response ask(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NewOperation body) {
        String checked = IdempotencyKeys.required(key);
        if (body == null) {
            throw Problems.invalidBody("", "is missing");
        }
        UUID operator = caller.userId();
        return transactions
                .call(transaction -> once(transaction, new OrderId(id), operator, checked, body))
                .response();
    }

    /** What operators did to this order, newest first. */
    @GET
    @RolesAllowed({Caller.OPERATOR, Caller.AUDITOR})
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "What operators did to an order, newest first, a page at a time")
    public Page<OperationView> list(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) int limit) {
        int checked = Limit.checked(limit);
        Optional<UUID> after = Cursor.read(cursor, 1).map(OperationsResource::operationId);
        return transactions.call(transaction -> {
            mustExist(transaction, new OrderId(id));
            List<OperationView> page = operations.ofOrder(transaction, new OrderId(id), after, checked + 1).stream()
                    .map(OperationView::of)
                    .toList();
            return Page.of(page, checked, last -> Cursor.after(last.id()));
        });
    }

    /** One of them, with what came of it. */
    @GET
    @Path("/{operationId}")
    @RolesAllowed({Caller.OPERATOR, Caller.AUDITOR})
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "An operation with its outcome")
    public OperationView show(@PathParam("id") UUID id, @PathParam("operationId") UUID operationId) {
        return transactions
                .call(transaction -> operations.find(transaction, new OrderId(id), operationId))
                .map(OperationView::of)
                .orElseThrow(() -> Problems.notFound("Operation " + operationId));
    }

    private Answer once(Transaction transaction, OrderId order, UUID operator, String key, NewOperation body) {
        String owner = operator.toString();
        String asked = order + " " + MessageJson.write(body);
        return keys.claim(transaction, owner, ROUTE, key, asked).orElseGet(() -> {
            mustExist(transaction, order);
            Operation operation = new Operation(
                    ids.next(),
                    order,
                    body.action().name(),
                    body.reason(),
                    operator,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    null);
            operations.add(transaction, List.of(operation));
            transaction.send(OperatorMessages.of(operation, body.action()));
            Answer answer = new Answer(
                    202,
                    "/api/v1/orders/" + order + "/operations/" + operation.id(),
                    MessageJson.write(OperationView.of(operation)));
            keys.store(transaction, owner, ROUTE, key, answer);
            return answer;
        });
    }

    private void mustExist(Transaction transaction, OrderId order) {
        if (!orders.exists(transaction, order)) {
            throw Problems.notFound("Order " + order);
        }
    }

    private static UUID operationId(Cursor cursor) {
        try {
            return UUID.fromString(cursor.parts().getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.refusal();
        }
    }
}
