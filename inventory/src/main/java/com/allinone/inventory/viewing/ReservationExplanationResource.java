package com.allinone.inventory.viewing;

import com.allinone.http.callers.Caller;
import com.allinone.http.operating.MessageRecords;
import com.allinone.http.problems.Problems;
import com.allinone.inventory.domain.OrderId;
import com.allinone.inventory.domain.ReservationRecords;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /api/v1/inventory/reservations/{orderId}/explanation}. */
@Path("/api/v1/inventory/reservations/{orderId}/explanation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stock")
public class ReservationExplanationResource {

    private final ReservationRecords reservations;
    private final MessageRecords records;

    ReservationExplanationResource(ReservationRecords reservations, MessageRecords records) {
        this.reservations = reservations;
        this.records = records;
    }

    /** What stock holds, held or refused for an order; 404 where stock never heard of it. */
    @GET
    @RolesAllowed({Caller.OPERATOR, Caller.AUDITOR})
    @RunOnVirtualThread
    @Operation(summary = "What became of an order's goods, with the messages about it")
    public ReservationExplanation explain(@PathParam("orderId") UUID orderId) {
        return reservations
                .of(new OrderId(orderId))
                .map(recorded -> ReservationExplanation.of(recorded, records.of(orderId.toString())))
                .orElseThrow(() -> Problems.notFound("A reservation of order " + orderId));
    }
}
