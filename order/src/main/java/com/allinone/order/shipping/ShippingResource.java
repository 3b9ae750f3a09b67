package com.allinone.order.shipping;

import com.allinone.http.callers.Caller;
import com.allinone.http.problems.Problem;
import com.allinone.http.problems.Problems;
import com.allinone.messaging.sql.Transactions;
import com.allinone.order.domain.FulfilmentStep.Advanced;
import com.allinone.order.domain.FulfilmentStep.Ignored;
import com.allinone.order.domain.FulfilmentStep.Refused;
import com.allinone.order.domain.OrderEvent;
import com.allinone.order.domain.OrderEvent.MarkedDelivered;
import com.allinone.order.domain.OrderEvent.MarkedShipped;
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
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The two words of the warehouse: it left, it arrived. It and a cancellation lock the same row; the loser gets 409. */
@Path("/api/v1/orders/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.OPERATOR)
@RunOnVirtualThread
@Tag(name = "orders")
public class ShippingResource {

    private final Transactions transactions;
    private final Orders orders;
    private final Clock clock;

    public ShippingResource(Transactions transactions, Orders orders, Clock clock) {
        this.transactions = transactions;
        this.orders = orders;
        this.clock = clock;
    }

    /** The parcel left; from here the order can no longer be cancelled. */
    @POST
    @Path("/shipment")
    public OrderView shipped(@PathParam("id") UUID id) {
        return mark(new OrderId(id), new MarkedShipped());
    }

    /** The parcel arrived. */
    @POST
    @Path("/delivery")
    public OrderView delivered(@PathParam("id") UUID id) {
        return mark(new OrderId(id), new MarkedDelivered());
    }

    private OrderView mark(OrderId id, OrderEvent event) {
        return transactions.call(transaction -> {
            OrderHistory order = Optional.ofNullable(
                            orders.lock(transaction, List.of(id)).get(id))
                    .orElseThrow(() -> Problems.notFound("Order " + id));
            switch (order.apply(event, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
                case Advanced advanced ->
                    advanced.messages().forEach(message -> transaction.send(OrderMessages.of(message, order)));
                case Ignored _ -> {}
                case Refused _ ->
                    throw Problem.of(409, "order-not-shippable", "The order is " + order.status() + "; that cannot be");
            }
            orders.save(transaction, List.of(order));
            return OrderView.of(order);
        });
    }
}
