package com.allinone.order.placing;

import com.allinone.http.callers.Caller;
import com.allinone.http.idempotency.IdempotencyKeys;
import com.allinone.http.idempotency.IdempotencyKeys.Answer;
import com.allinone.messaging.MessageJson;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.view.OrderView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/orders}. */
@Path("/api/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
public class PlacingResource {

    static final String ROUTE = "POST /api/v1/orders";

    private final Placing placing;
    private final PlacingTogether together;
    private final Transactions transactions;
    private final IdempotencyKeys keys;
    private final Caller caller;

    public PlacingResource(
            Placing placing, PlacingTogether together, Transactions transactions, IdempotencyKeys keys, Caller caller) {
        this.placing = placing;
        this.together = together;
        this.transactions = transactions;
        this.keys = keys;
        this.caller = caller;
    }

    /** Accepts an order: 202 with its address and itself, once it is stored for good. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.SHOPPER)
    @RunOnVirtualThread
    @Operation(summary = "Place an order, of the given lines or of the cart")
    @APIResponse(responseCode = "202", description = "Accepted: it will be delivered, or cancelled and nothing taken")
    @APIResponse(responseCode = "409", description = "A price has changed since it was seen")
    @APIResponse(responseCode = "422", description = "It cannot be ordered, or the Idempotency-Key was used before")
    public Response place(@HeaderParam("Idempotency-Key") @Nullable String key, PlaceOrder body) {
        String checked = IdempotencyKeys.required(key);
        UUID user = caller.userId();
        if (body.lines() != null) {
            return together.place(user, checked, body).response();
        }
        return transactions
                .call(transaction -> once(transaction, user, checked, body))
                .response();
    }

    /** What is answered to whoever placed it. */
    static Answer accepted(OrderHistory order) {
        return new Answer(202, "/api/v1/orders/" + order.order().id(), MessageJson.write(OrderView.of(order)));
    }

    private Answer once(Transaction transaction, UUID user, String key, PlaceOrder request) {
        String owner = user.toString();
        return keys.claim(transaction, owner, ROUTE, key, MessageJson.write(request))
                .orElseGet(() -> {
                    OrderHistory order = placing.place(transaction, user, request);
                    Answer answer = accepted(order);
                    keys.store(transaction, owner, ROUTE, key, answer);
                    return answer;
                });
    }
}
