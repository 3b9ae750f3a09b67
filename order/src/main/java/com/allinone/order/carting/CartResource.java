package com.allinone.order.carting;

import com.allinone.http.callers.Caller;
import com.allinone.http.json.Require;
import com.allinone.http.problems.Problem;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.order.domain.Product;
import com.allinone.order.port.Carts;
import com.allinone.order.port.Products;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/carts/mine}: the caller's cart. */
@Path("/api/v1/carts/mine")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.SHOPPER)
@RunOnVirtualThread
@Tag(name = "carts")
public class CartResource {

    private static final int MOST_LINES = 100;
    private static final int MOST_OF_ONE = 1_000;

    private final Transactions transactions;
    private final Carts carts;
    private final Products products;
    private final Caller caller;
    private final Clock clock;

    public CartResource(Transactions transactions, Carts carts, Products products, Caller caller, Clock clock) {
        this.transactions = transactions;
        this.carts = carts;
        this.products = products;
        this.caller = caller;
        this.clock = clock;
    }

    /** The cart, with the prices that were seen and those of now. */
    @GET
    public CartView show() {
        UUID user = caller.userId();
        return transactions.call(transaction -> view(transaction, user));
    }

    /** Puts a product into the cart at its price of now, or changes how many. */
    @PUT
    @Path("/lines/{sku}")
    @Consumes(MediaType.APPLICATION_JSON)
    public CartView put(@PathParam("sku") String sku, PutLine body) {
        UUID user = caller.userId();
        return transactions.call(transaction -> {
            Product product = products.find(transaction, List.of(sku)).get(sku);
            if (product == null) {
                throw Problem.of(422, "unknown-product", "Not sold here: " + sku)
                        .with("skus", List.of(sku));
            }
            if (!product.listed()) {
                throw Problem.of(422, "product-retired", "No longer sold: " + sku)
                        .with("skus", List.of(sku));
            }
            List<Carts.Line> lines = carts.lines(transaction, user);
            if (lines.size() >= MOST_LINES
                    && lines.stream().noneMatch(line -> line.sku().equals(sku))) {
                throw Problem.of(422, "cart-full", "A cart holds at most " + MOST_LINES + " products");
            }
            carts.put(transaction, user, new Carts.Line(sku, body.quantity(), product.price()), clock.instant());
            return view(transaction, user);
        });
    }

    /** Takes a product out of the cart; fine if it is not there. */
    @DELETE
    @Path("/lines/{sku}")
    public CartView remove(@PathParam("sku") String sku) {
        UUID user = caller.userId();
        return transactions.call(transaction -> {
            carts.remove(transaction, user, sku);
            return view(transaction, user);
        });
    }

    private CartView view(Transaction transaction, UUID user) {
        List<Carts.Line> lines = carts.lines(transaction, user);
        return CartView.of(
                lines,
                products.find(transaction, lines.stream().map(Carts.Line::sku).toList()));
    }

    /**
     * The body of a put.
     *
     * @param quantity 1 to 1,000
     */
    public record PutLine(int quantity) {
        public PutLine {
            Require.between("quantity", quantity, 1, MOST_OF_ONE);
        }
    }
}
