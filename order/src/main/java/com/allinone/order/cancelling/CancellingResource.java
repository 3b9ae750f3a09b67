package com.allinone.order.cancelling;

import com.allinone.http.callers.Caller;
import com.allinone.http.problems.Problem;
import com.allinone.order.domain.CancelReason;
import com.allinone.order.domain.OperatorAction;
import com.allinone.order.domain.OrderEvent.CancellationRequested;
import com.allinone.order.domain.OrderId;
import com.allinone.order.wishing.Wishes;
import com.allinone.order.wishing.Wishes.Author;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /api/v1/orders/{id}/cancellation}. */
@Path("/api/v1/orders/{id}/cancellation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
public class CancellingResource {

    private final Wishes wishes;
    private final Caller caller;

    public CancellingResource(Wishes wishes, Caller caller) {
        this.wishes = wishes;
        this.caller = caller;
    }

    /** Cancels an order that is not yet shipped; asking twice is fine. 409 once it is on its way. */
    @POST
    @RolesAllowed({Caller.SHOPPER, Caller.OPERATOR})
    @RunOnVirtualThread
    @Operation(summary = "Cancel an order; whatever was taken is given back")
    public Response cancel(@PathParam("id") UUID id) {
        UUID user = caller.userId();
        boolean operator = caller.is(Caller.OPERATOR);
        return Response.accepted(wishes.put(
                        new OrderId(id),
                        order -> operator || order.order().userId().equals(user),
                        order -> new CancellationRequested(
                                order.order().userId().equals(user)
                                        ? CancelReason.CANCELLED_BY_SHOPPER
                                        : CancelReason.CANCELLED_BY_OPERATOR),
                        operator ? Optional.of(new Author(user, OperatorAction.CANCEL)) : Optional.empty(),
                        status -> Problem.of(
                                409,
                                "order-not-cancellable",
                                "The order is " + status + " and can no longer be cancelled")))
                .build();
    }
}
