package com.allinone.order.operating;

import com.allinone.http.callers.Caller;
import com.allinone.http.paging.Cursor;
import com.allinone.http.paging.Limit;
import com.allinone.http.paging.Page;
import com.allinone.messaging.sql.Transactions;
import com.allinone.order.domain.OrderId;
import com.allinone.order.port.StuckOrders;
import com.allinone.order.port.StuckOrders.Place;
import com.allinone.order.redriving.Patience;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/orders/stuck}. */
@Path("/api/v1/orders/stuck")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations")
public class StuckResource {

    private final Transactions transactions;
    private final StuckOrders stuck;
    private final Patience patience;
    private final Clock clock;

    public StuckResource(Transactions transactions, StuckOrders stuck, Patience patience, Clock clock) {
        this.transactions = transactions;
        this.stuck = stuck;
        this.patience = patience;
        this.clock = clock;
    }

    /** Orders that wait for longer than their bound, or for an operator, and what for; the longest waiting first. */
    @GET
    @RolesAllowed({Caller.OPERATOR, Caller.AUDITOR})
    @RunOnVirtualThread
    @Operation(summary = "Orders that are stuck and what each waits for, a page at a time")
    public Page<StuckView> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) int limit) {
        int checked = Limit.checked(limit);
        Optional<Place> after = Cursor.read(cursor, 2).map(StuckResource::place);
        List<StuckView> rows = transactions
                .call(transaction -> stuck.page(transaction, patience.since(clock.instant()), after, checked + 1))
                .stream()
                .map(StuckView::of)
                .toList();
        return Page.of(rows, checked, last -> Cursor.after(last.since(), last.id()));
    }

    private static Place place(Cursor cursor) {
        try {
            return new Place(
                    Instant.parse(cursor.parts().get(0)),
                    new OrderId(UUID.fromString(cursor.parts().get(1))));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.refusal();
        }
    }
}
