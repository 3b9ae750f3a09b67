package com.allinone.catalog.browsing;

import com.allinone.catalog.Asked;
import com.allinone.catalog.domain.Category;
import com.allinone.catalog.domain.CategoryId;
import com.allinone.catalog.domain.Product;
import com.allinone.catalog.domain.ProductView;
import com.allinone.catalog.domain.Products;
import com.allinone.catalog.domain.Sku;
import com.allinone.http.paging.Cursor;
import com.allinone.http.paging.Limit;
import com.allinone.http.paging.Page;
import com.allinone.http.problems.Problem;
import com.allinone.http.versions.Versions;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Looking at what the shop sells; no token is needed. */
@Path("/api/v1/catalog")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ShelvesResource {

    private final Transactions transactions;
    private final Products<Transaction> products;
    private final RecentProducts recent;

    ShelvesResource(Transactions transactions, Products<Transaction> products, RecentProducts recent) {
        this.transactions = transactions;
        this.products = products;
        this.recent = recent;
    }

    /**
     * A page of listed products, of one category or of all, in the order of their SKUs. A product that is listed or
     * retired meanwhile moves no other one to another page.
     */
    @GET
    @Path("/products")
    public Page<ProductView> page(
            @QueryParam("category") @Nullable String category,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) int limit) {
        int most = Limit.checked(limit);
        Optional<CategoryId> shelf = Asked.optional("category", category, CategoryId::new);
        Optional<Sku> after = Cursor.read(cursor, 1).map(ShelvesResource::sku);
        List<Product> rows = transactions.call(transaction -> {
            shelf.ifPresent(id -> requireShelf(transaction, id));
            return products.page(transaction, shelf, after, most + 1);
        });
        return Page.of(rows.stream().map(ProductView::of).toList(), most, last -> Cursor.after(last.sku()));
    }

    /**
     * One product, listed or retired, as it was within the last second, with its version as ETag; 304 when If-None-Match
     * names that version.
     */
    @GET
    @Path("/products/{sku}")
    public RestResponse<ProductView> product(
            @PathParam("sku") String sku, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        Sku wanted = Asked.parameter("sku", sku, Sku::new);
        Product product = recent.find(
                        wanted, asked -> transactions.call(transaction -> products.find(transaction, asked)))
                .orElseThrow(() -> Problem.of(404, "unknown-product", "There is no product " + wanted));
        String etag = Versions.etag(product.version());
        return Versions.unchanged(ifNoneMatch, product.version())
                ? RestResponse.ResponseBuilder.<ProductView>create(RestResponse.Status.NOT_MODIFIED)
                        .header(HttpHeaders.ETAG, etag)
                        .build()
                : RestResponse.ResponseBuilder.ok(ProductView.of(product))
                        .header(HttpHeaders.ETAG, etag)
                        .build();
    }

    /** The categories in the order of the shop window, each with the number of its listed products. */
    @GET
    @Path("/categories")
    public Shelves categories() {
        return new Shelves(
                transactions.call(products::categories).stream().map(Shelf::of).toList());
    }

    private void requireShelf(Transaction transaction, CategoryId category) {
        if (!products.has(transaction, category)) {
            throw Problem.of(
                            404,
                            "unknown-category",
                            "There is no category " + category + "; GET /api/v1/catalog/categories lists them")
                    .with("category", category.value());
        }
    }

    private static Sku sku(Cursor cursor) {
        try {
            return new Sku(cursor.parts().getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.refusal();
        }
    }

    /** All categories. */
    public record Shelves(List<Shelf> items) {}

    /** A category as the API shows it. */
    public record Shelf(String id, ProductView.Text name, long products) {

        static Shelf of(Category category) {
            return new Shelf(category.id().value(), ProductView.Text.of(category.name()), category.products());
        }
    }
}
