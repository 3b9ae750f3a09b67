package com.allinone.order.shipping;

import com.allinone.http.callers.Caller;
import com.allinone.http.problems.Problem;
import com.allinone.order.domain.OperatorAction;
import com.allinone.order.domain.OrderEvent;
import com.allinone.order.domain.OrderEvent.MarkedDelivered;
import com.allinone.order.domain.OrderEvent.MarkedShipped;
import com.allinone.order.domain.OrderId;
import com.allinone.order.view.OrderView;
import com.allinone.order.wishing.Wishes;
import com.allinone.order.wishing.Wishes.Author;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The two words of the warehouse: it left, it arrived. */
@Path("/api/v1/orders/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.OPERATOR)
@RunOnVirtualThread
@Tag(name = "orders")
public class ShippingResource {

    private final Wishes wishes;
    private final Caller caller;

    public ShippingResource(Wishes wishes, Caller caller) {
        this.wishes = wishes;
        this.caller = caller;
    }

    /** The parcel left; from here the order can no longer be cancelled. */
    @POST
    @Path("/shipment")
    @Operation(summary = "Mark an order shipped")
    public OrderView shipped(@PathParam("id") UUID id) {
        return mark(new OrderId(id), OperatorAction.MARK_SHIPPED, new MarkedShipped());
    }

    /** The parcel arrived. */
    @POST
    @Path("/delivery")
    @Operation(summary = "Mark an order delivered")
    public OrderView delivered(@PathParam("id") UUID id) {
        return mark(new OrderId(id), OperatorAction.MARK_DELIVERED, new MarkedDelivered());
    }

    private OrderView mark(OrderId id, OperatorAction action, OrderEvent word) {
        return wishes.put(
                id,
                order -> true,
                order -> word,
                Optional.of(new Author(caller.userId(), action)),
                status -> Problem.of(
                        409,
                        "order-not-shippable",
                        "The order is " + status + ": it cannot be shipped or delivered now"));
    }
}
