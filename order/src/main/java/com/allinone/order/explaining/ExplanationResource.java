package com.allinone.order.explaining;

import com.allinone.http.callers.Caller;
import com.allinone.http.operating.MessageRecords;
import com.allinone.http.problems.Problems;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import com.allinone.order.port.Orders;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/orders/{id}/explanation}. */
@Path("/api/v1/orders/{id}/explanation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations")
public class ExplanationResource {

    private final Transactions transactions;
    private final Orders orders;
    private final MessageRecords records;

    public ExplanationResource(Transactions transactions, Orders orders, MessageRecords records) {
        this.transactions = transactions;
        this.orders = orders;
        this.records = records;
    }

    private record Known(OrderHistory history, @Nullable String traceparent) {}

    /** What became of an order and why: its states, its messages, and what it waits for; 404 when there is none. */
    @GET
    @RolesAllowed({Caller.OPERATOR, Caller.AUDITOR})
    @RunOnVirtualThread
    @Operation(summary = "Why an order is where it is: states, messages out and in, what it waits for, its trace")
    public Explanation explain(@PathParam("id") UUID id) {
        Known known = transactions
                .call(transaction -> find(transaction, new OrderId(id)))
                .orElseThrow(() -> Problems.notFound("Order " + id));
        return Explanation.of(known.history(), known.traceparent(), records.of(id.toString()));
    }

    private Optional<Known> find(Transaction transaction, OrderId id) {
        return orders.find(transaction, id)
                .map(history -> new Known(
                        history, orders.traceparents(transaction, List.of(id)).get(id)));
    }
}
