package com.allinone.order.viewing;

import com.allinone.http.callers.Caller;
import com.allinone.http.problems.Problems;
import com.allinone.messaging.MessageJson;
import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transactions;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.OrderId;
import com.allinone.order.port.Orders;
import com.allinone.order.view.OrderView.Entry;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/orders/{id}/events}: the timeline as server-sent events. */
@Path("/api/v1/orders/{id}/events")
@Tag(name = "orders")
public class WatchingResource {

    private static final Logger LOG = Logger.getLogger(WatchingResource.class);
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(5);

    private final VisibleOrders visible;
    private final OrderSignals signals;
    private final Transactions transactions;
    private final Orders orders;

    public WatchingResource(VisibleOrders visible, OrderSignals signals, Transactions transactions, Orders orders) {
        this.visible = visible;
        this.signals = signals;
        this.transactions = transactions;
        this.orders = orders;
    }

    /**
     * Every entry of the timeline after {@code Last-Event-ID}, then each new one as it happens; ends when nothing can
     * follow. An event's id is its version, its name the status, its data the entry as JSON. The timeline is read from
     * the database at each signal, and every five seconds without one, so nothing is missed. It also ends when this
     * replica stops, and goes on at another with {@code Last-Event-ID}.
     */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Caller.SHOPPER, Caller.OPERATOR, Caller.AUDITOR})
    @Blocking
    @Operation(summary = "Watch an order: its timeline as server-sent events")
    public Multi<OutboundSseEvent> watch(
            @PathParam("id") UUID id, @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
        OrderId order = visible.find(new OrderId(id)).order().id();
        AtomicInteger seen = new AtomicInteger(version(lastEventId));
        Multi<Boolean> anyway = Multi.createFrom()
                .ticks()
                .every(LOOK_ANYWAY)
                .onOverflow()
                .drop()
                .map(tick -> true);
        return Multi.createBy()
                .merging()
                .streams(signals.of(order), anyway)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToIterable(signal -> after(order, seen))
                .select()
                .first(Optional::isPresent)
                .map(entry -> event(sse, entry.orElseThrow()));
    }

    /** What has happened since it was last looked; the end behind the last entry that can be, or that is told here. */
    private List<Optional<Entry>> after(OrderId id, AtomicInteger seen) {
        boolean ending = signals.ending();
        try {
            OrderHistory order = transactions
                    .call(transaction -> orders.find(transaction, id))
                    .orElseThrow(() -> new IllegalStateException("Order " + id + " is gone"));
            List<Optional<Entry>> news = new ArrayList<>(order.events().stream()
                    .map(Entry::of)
                    .filter(entry -> entry.version() > seen.get())
                    .map(Optional::of)
                    .toList());
            seen.set(order.version());
            if (ending || order.status().last()) {
                news.add(Optional.empty());
            }
            return news;
        } catch (DatabaseFailure e) {
            LOG.warnf("Timeline was not read and will be at the next signal, orderId=%s cause=%s", id, e.getMessage());
            return List.of();
        }
    }

    private static OutboundSseEvent event(Sse sse, Entry entry) {
        return sse.newEventBuilder()
                .id(String.valueOf(entry.version()))
                .name(entry.status().name())
                .data(MessageJson.write(entry))
                .build();
    }

    private static int version(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return 0;
        }
        try {
            return Integer.parseInt(lastEventId.strip());
        } catch (NumberFormatException e) {
            throw Problems.invalidParameter("Last-Event-ID", "must be the id of an event of this stream");
        }
    }
}
