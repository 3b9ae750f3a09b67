package com.allinone.inventory.adjusting;

import com.allinone.http.callers.Caller;
import com.allinone.http.problems.Problems;
import com.allinone.http.versions.Versions;
import com.allinone.inventory.SkuInPath;
import com.allinone.inventory.domain.Sku;
import com.allinone.messaging.sql.Transactions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Corrections by operators, optimistic: nobody corrects what another has corrected since. */
@Path("/api/v1/inventory/stock/{sku}/adjustments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.OPERATOR)
@Tag(name = "Stock")
@RunOnVirtualThread
public class AdjustmentsResource {

    private final Transactions transactions;
    private final Adjusting adjusting;
    private final Caller caller;

    AdjustmentsResource(Transactions transactions, Adjusting adjusting, Caller caller) {
        this.transactions = transactions;
        this.adjusting = adjusting;
        this.caller = caller;
    }

    /**
     * Adds found units or writes lost ones off. 428 without If-Match, 412 when it is not the newest version; 404 for a
     * SKU that this warehouse never received; 409 when more would be written off than is free.
     */
    @POST
    @Operation(summary = "Adds found units or writes lost ones off; operators only, with If-Match")
    public RestResponse<AdjustedView> adjust(
            @PathParam("sku") String sku,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable NewAdjustment body) {
        Sku known = SkuInPath.read(sku);
        long seen = Versions.required(ifMatch);
        if (body == null) {
            throw Problems.invalidBody("", "is missing");
        }
        UUID operator = caller.userId();
        AdjustedView view =
                transactions.call(transaction -> adjusting.adjust(transaction, known, seen, body, operator));
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, Versions.etag(view.version()))
                .build();
    }
}
