package com.allinone.order.rebuilding;

import com.allinone.http.callers.Caller;
import com.allinone.http.problems.Problems;
import com.allinone.messaging.sql.Transactions;
import com.allinone.order.domain.OrderId;
import com.allinone.order.port.Projections;
import com.allinone.order.port.Projections.Comparison;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/orders/projections}: a piece at a time, each one short transaction, so that it can be called while
 * orders are running. {@code ./shop rebuild order --verify} goes through all of them.
 */
@Path("/api/v1/orders/projections")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "operations")
public class RebuildingResource {

    private final Transactions transactions;
    private final Projections projections;
    private final Repairing repairing;
    private final Caller caller;
    private final MeterRegistry registry;

    public RebuildingResource(
            Transactions transactions,
            Projections projections,
            Repairing repairing,
            Caller caller,
            MeterRegistry registry) {
        this.transactions = transactions;
        this.projections = projections;
        this.repairing = repairing;
        this.caller = caller;
        this.registry = registry;
    }

    /** Compares the orders after one with what their events say. Nothing is changed. */
    @GET
    @Path("/verification")
    @RolesAllowed({Caller.OPERATOR, Caller.AUDITOR})
    @Operation(summary = "Rebuild a piece of the orders from their events beside what is read, and compare")
    public ComparisonView verify(
            @QueryParam("after") @Nullable UUID after, @QueryParam("limit") @DefaultValue("200") int limit) {
        if (limit < 1 || limit > RepairOrders.MOST) {
            throw Problems.invalidParameter("limit", "must be from 1 to " + RepairOrders.MOST + ", not " + limit);
        }
        Comparison found = transactions.call(transaction ->
                projections.compare(transaction, Optional.ofNullable(after).map(OrderId::new), limit));
        registry.counter("order.projections.compared").increment(found.orders());
        registry.counter("order.projections.differing").increment(found.differing());
        return ComparisonView.of(found, 0);
    }

    /** Replaces what differs with what the events say, under the orders' locks; each with an audit row. */
    @POST
    @Path("/repair")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.OPERATOR)
    @Operation(summary = "Replace what is read of a piece of the orders where it is not what their events say")
    public ComparisonView repair(@Nullable RepairOrders body) {
        if (body == null) {
            throw Problems.invalidBody("", "is missing");
        }
        return repairing.repair(body, caller.userId());
    }
}
