package com.allinone.order.cancelling;

import com.allinone.http.callers.Caller;
import com.allinone.http.problems.Problem;
import com.allinone.http.problems.Problems;
import com.allinone.messaging.sql.Transactions;
import com.allinone.order.domain.CancelReason;
import com.allinone.order.domain.FulfilmentStep.Advanced;
import com.allinone.order.domain.FulfilmentStep.Ignored;
import com.allinone.order.domain.FulfilmentStep.Refused;
import com.allinone.order.domain.OrderEvent.CancellationRequested;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import com.allinone.order.port.Orders;
import com.allinone.order.publishing.OrderMessages;
import com.allinone.order.view.OrderView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /api/v1/orders/{id}/cancellation}. */
@Path("/api/v1/orders/{id}/cancellation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
public class CancellingResource {

    private final Transactions transactions;
    private final Orders orders;
    private final Caller caller;
    private final Clock clock;

    public CancellingResource(Transactions transactions, Orders orders, Caller caller, Clock clock) {
        this.transactions = transactions;
        this.orders = orders;
        this.caller = caller;
        this.clock = clock;
    }

    /** Cancels an order that is not yet shipped; asking twice is fine. 409 once it is on its way. */
    @POST
    @RolesAllowed({Caller.SHOPPER, Caller.OPERATOR})
    @RunOnVirtualThread
    @Operation(summary = "Cancel an order; whatever was taken is given back")
    public Response cancel(@PathParam("id") UUID id) {
        UUID user = caller.userId();
        boolean operator = caller.is(Caller.OPERATOR);
        OrderView view = transactions.call(transaction -> {
            OrderHistory order = Optional.ofNullable(
                            orders.lock(transaction, List.of(new OrderId(id))).get(new OrderId(id)))
                    .filter(found -> operator || found.order().userId().equals(user))
                    .orElseThrow(() -> Problems.notFound("Order " + id));
            boolean own = order.order().userId().equals(user);
            var wish = new CancellationRequested(
                    own ? CancelReason.CANCELLED_BY_SHOPPER : CancelReason.CANCELLED_BY_OPERATOR);
            switch (order.apply(wish, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
                case Advanced advanced ->
                    advanced.messages().forEach(message -> transaction.send(OrderMessages.of(message, order)));
                case Ignored _ -> {}
                case Refused _ ->
                    throw Problem.of(
                            409,
                            "order-not-cancellable",
                            "The order is " + order.status() + " and can no longer be cancelled");
            }
            orders.save(transaction, List.of(order));
            return OrderView.of(order);
        });
        return Response.accepted(view).build();
    }
}
