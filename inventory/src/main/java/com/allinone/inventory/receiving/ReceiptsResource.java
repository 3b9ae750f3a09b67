package com.allinone.inventory.receiving;

import com.allinone.http.callers.Caller;
import com.allinone.http.idempotency.IdempotencyKeys;
import com.allinone.http.idempotency.IdempotencyKeys.Answer;
import com.allinone.http.problems.Problems;
import com.allinone.inventory.domain.Receipt;
import com.allinone.inventory.domain.Receipts;
import com.allinone.messaging.MessageJson;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Deliveries, entered by operators. The same Idempotency-Key twice is one delivery. */
@Path("/api/v1/inventory/receipts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.OPERATOR)
@Tag(name = "Receipts")
@RunOnVirtualThread
public class ReceiptsResource {

    private static final String ROUTE = "POST /api/v1/inventory/receipts";

    private final Transactions transactions;
    private final Receiving receiving;
    private final Receipts<Transaction> receipts;
    private final IdempotencyKeys keys;
    private final Caller caller;

    ReceiptsResource(
            Transactions transactions,
            Receiving receiving,
            Receipts<Transaction> receipts,
            IdempotencyKeys keys,
            Caller caller) {
        this.transactions = transactions;
        this.receiving = receiving;
        this.receipts = receipts;
        this.keys = keys;
        this.caller = caller;
    }

    /**
     * Takes a delivery in, all of it or nothing. 400 for a body that cannot be one, or without an Idempotency-Key; 422
     * when the key was used for another delivery.
     */
    @POST
    @Operation(summary = "Takes a delivery of 1 to 1,000 SKUs into a warehouse; operators only")
    @APIResponse(
            responseCode = "201",
            description = "It is in stock",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    public Response receive(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, @Nullable NewReceipt body) {
        String key = IdempotencyKeys.required(idempotencyKey);
        if (body == null) {
            throw Problems.invalidBody("", "is missing");
        }
        UUID operator = caller.userId();
        return transactions
                .call(transaction -> keys.claim(transaction, operator.toString(), ROUTE, key, MessageJson.write(body))
                        .orElseGet(() -> {
                            Answer answer = answer(receiving.receive(transaction, body, operator));
                            keys.store(transaction, operator.toString(), ROUTE, key, answer);
                            return answer;
                        }))
                .response();
    }

    /** A delivery that was taken in. */
    @GET
    @Path("/{id}")
    @Operation(summary = "A delivery that was taken in; operators only")
    public ReceiptView receipt(@PathParam("id") String id) {
        UUID known = uuid(id);
        return transactions
                .call(transaction -> receipts.find(transaction, known))
                .map(ReceiptView::of)
                .orElseThrow(() -> Problems.notFound("Receipt " + known));
    }

    private static Answer answer(Receipt receipt) {
        return new Answer(
                201, "/api/v1/inventory/receipts/" + receipt.id(), MessageJson.write(ReceiptView.of(receipt)));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problems.invalidParameter("id", "must be a UUID");
        }
    }
}
