package com.allinone.inventory.viewing;

import com.allinone.http.callers.Caller;
import com.allinone.http.problems.Problems;
import com.allinone.http.versions.Versions;
import com.allinone.inventory.SkuInPath;
import com.allinone.inventory.domain.Shelf;
import com.allinone.inventory.domain.Shelves;
import com.allinone.inventory.domain.Sku;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Stock to look at. An unknown SKU is 404, a text that is no SKU 400. */
@Path("/api/v1/inventory")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stock")
@RunOnVirtualThread
public class StockResource {

    private final Transactions transactions;
    private final Shelves<Transaction> shelves;

    StockResource(Transactions transactions, Shelves<Transaction> shelves) {
        this.transactions = transactions;
        this.shelves = shelves;
    }

    /** How many of a SKU one order line can have now. It is not a promise: only a reservation is. No token needed. */
    @GET
    @Path("/availability/{sku}")
    @PermitAll
    @Operation(summary = "How many of a SKU can be ordered now; no token needed")
    public Availability availability(@PathParam("sku") String sku) {
        Sku known = SkuInPath.read(sku);
        return Availability.of(known, find(known));
    }

    /**
     * Everything about a SKU, by warehouse. The ETag is the version that an adjustment names in If-Match; it counts
     * what operators did, so that orders do not make an operator's edit stale. Hence the answer is not to be cached.
     */
    @GET
    @Path("/stock/{sku}")
    @RolesAllowed(Caller.OPERATOR)
    @Operation(summary = "The stock of a SKU in every warehouse; operators only")
    public RestResponse<StockView> stock(@PathParam("sku") String sku) {
        Sku known = SkuInPath.read(sku);
        StockView view = StockView.of(known, find(known));
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, Versions.etag(view.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private List<Shelf> find(Sku sku) {
        List<Shelf> found = transactions.call(transaction -> shelves.of(transaction, sku));
        if (found.isEmpty()) {
            throw Problems.notFound("SKU " + sku);
        }
        return found;
    }
}
