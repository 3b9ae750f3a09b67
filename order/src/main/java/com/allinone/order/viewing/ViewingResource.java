package com.allinone.order.viewing;

import com.allinone.http.callers.Caller;
import com.allinone.http.paging.Cursor;
import com.allinone.http.paging.Limit;
import com.allinone.http.paging.Page;
import com.allinone.messaging.sql.Transactions;
import com.allinone.order.domain.OrderId;
import com.allinone.order.port.OrderPages;
import com.allinone.order.port.OrderPages.Summary;
import com.allinone.order.view.OrderView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/orders} and {@code GET /api/v1/orders/{id}}. */
@Path("/api/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
public class ViewingResource {

    private final Transactions transactions;
    private final VisibleOrders visible;
    private final OrderPages pages;
    private final Caller caller;

    public ViewingResource(Transactions transactions, VisibleOrders visible, OrderPages pages, Caller caller) {
        this.transactions = transactions;
        this.visible = visible;
        this.pages = pages;
        this.caller = caller;
    }

    /** One order with its timeline. Another shopper's order is not found. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Caller.SHOPPER, Caller.OPERATOR, Caller.AUDITOR})
    @RunOnVirtualThread
    @Operation(summary = "An order with its lines and its timeline")
    public OrderView show(@PathParam("id") UUID id) {
        return OrderView.of(visible.find(new OrderId(id)));
    }

    /** The caller's orders, newest first. */
    @GET
    @RolesAllowed(Caller.SHOPPER)
    @RunOnVirtualThread
    @Operation(summary = "My orders, newest first, a page at a time")
    public Page<Summary> mine(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) int limit) {
        UUID user = caller.userId();
        int checked = Limit.checked(limit);
        Optional<OrderId> after = Cursor.read(cursor, 1).map(ViewingResource::orderId);
        return transactions.call(transaction ->
                Page.of(pages.ofUser(transaction, user, after, checked + 1), checked, last -> Cursor.after(last.id())));
    }

    private static OrderId orderId(Cursor cursor) {
        try {
            return new OrderId(UUID.fromString(cursor.parts().getFirst()));
        } catch (IllegalArgumentException e) {
            throw Cursor.refusal();
        }
    }
}
