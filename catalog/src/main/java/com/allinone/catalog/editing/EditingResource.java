package com.allinone.catalog.editing;

import com.allinone.catalog.Asked;
import com.allinone.catalog.domain.Edit;
import com.allinone.catalog.domain.Price;
import com.allinone.catalog.domain.Product;
import com.allinone.catalog.domain.ProductEvent;
import com.allinone.catalog.domain.ProductView;
import com.allinone.catalog.domain.Sku;
import com.allinone.http.callers.Caller;
import com.allinone.http.idempotency.IdempotencyKeys;
import com.allinone.http.versions.Versions;
import com.allinone.messaging.MessageJson;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Changing what the shop sells; operators only. Every change needs to say what it was decided by: If-Match with the
 * ETag that was read (428 without, 412 when somebody else was faster).
 */
@Path("/api/v1/catalog")
@RolesAllowed(Caller.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class EditingResource {

    private static final String ROUTE = "POST /api/v1/catalog/products";

    private final Transactions transactions;
    private final EditProducts edits;
    private final IdempotencyKeys keys;
    private final Caller caller;

    public EditingResource(Transactions transactions, EditProducts edits, IdempotencyKeys keys, Caller caller) {
        this.transactions = transactions;
        this.edits = edits;
        this.keys = keys;
        this.caller = caller;
    }

    /**
     * Lists a product: 201 with its address, and the same answer again for the same Idempotency-Key. 409 when the SKU
     * is taken, 422 when there is no such category.
     */
    @POST
    @Path("/products")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response list(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewProduct body) {
        String checkedKey = IdempotencyKeys.required(key);
        ProductEvent.Listed listed = Asked.field("", body, NewProduct::listed);
        String asker = caller.userId().toString();
        IdempotencyKeys.Answer answer = transactions.call(transaction -> keys.claim(
                        transaction, asker, ROUTE, checkedKey, MessageJson.write(ProductView.of(listed.product())))
                .orElseGet(() -> {
                    IdempotencyKeys.Answer created = created(edits.list(transaction, listed));
                    keys.store(transaction, asker, ROUTE, checkedKey, created);
                    return created;
                }));
        return Response.fromResponse(answer.response())
                .header(HttpHeaders.ETAG, Versions.etag(1))
                .build();
    }

    /** Changes the price: 200 with the product. 409 when it is retired or sold in another currency. */
    @PUT
    @Path("/products/{sku}/price")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response reprice(
            @PathParam("sku") String sku,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable NewPrice body) {
        long seen = Versions.required(ifMatch);
        Price price = Asked.field("", body, wish -> wish.checked(""));
        return edited(sku, (transaction, checked) -> edits.reprice(transaction, checked, price, seen));
    }

    /** Takes the product off the shelves for good: 200 with the product. */
    @POST
    @Path("/products/{sku}/retirement")
    public Response retire(@PathParam("sku") String sku, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        long seen = Versions.required(ifMatch);
        return edited(sku, (transaction, checked) -> edits.retire(transaction, checked, seen));
    }

    private Response edited(String sku, Wish wish) {
        Sku checked = Asked.parameter("sku", sku, Sku::new);
        Product product = transactions.call(transaction -> after(wish.of(transaction, checked)));
        return Response.ok(ProductView.of(product))
                .header(HttpHeaders.ETAG, Versions.etag(product.version()))
                .build();
    }

    private static IdempotencyKeys.Answer created(Edit edit) {
        Product product = after(edit);
        return new IdempotencyKeys.Answer(
                201, "/api/v1/catalog/products/" + product.sku(), MessageJson.write(ProductView.of(product)));
    }

    private static Product after(Edit edit) {
        return switch (edit) {
            case Edit.Done done -> done.event().product();
            case Edit.Unneeded unneeded -> unneeded.product();
            case Edit.Refused refused -> throw RefusalProblems.of(refused.refusal());
        };
    }

    /** What the operator wants of a product. */
    @FunctionalInterface
    private interface Wish {
        Edit of(Transaction transaction, Sku sku);
    }
}
