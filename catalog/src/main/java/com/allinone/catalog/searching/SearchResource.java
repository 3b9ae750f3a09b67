package com.allinone.catalog.searching;

import com.allinone.catalog.Asked;
import com.allinone.catalog.domain.ProductView;
import com.allinone.catalog.domain.Products;
import com.allinone.catalog.domain.SearchWord;
import com.allinone.http.paging.Limit;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finding products by words; no token is needed. */
@Path("/api/v1/catalog")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SearchResource {

    private final Transactions transactions;
    private final Products<Transaction> products;

    public SearchResource(Transactions transactions, Products<Transaction> products) {
        this.transactions = transactions;
        this.products = products;
    }

    /**
     * Listed products that have every word of {@code q}, the best match first; when none has, those that nearly have
     * them. Nothing found is an empty list.
     *
     * @param q up to 100 characters in Korean or English; its first eight words count
     */
    @GET
    @Path("/products/search")
    public Found search(
            @QueryParam("q") @Nullable String q, @QueryParam("limit") @DefaultValue(Limit.DEFAULT) int limit) {
        List<SearchWord> words = Asked.parameter("q", q, SearchWord::in);
        int most = Limit.checked(limit);
        return new Found(transactions.call(transaction -> products.search(transaction, words, most)).stream()
                .map(ProductView::of)
                .toList());
    }

    /** What was found. */
    public record Found(List<ProductView> items) {}
}
