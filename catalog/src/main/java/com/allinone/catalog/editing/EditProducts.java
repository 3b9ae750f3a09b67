package com.allinone.catalog.editing;

import com.allinone.catalog.domain.Announcements;
import com.allinone.catalog.domain.Edit;
import com.allinone.catalog.domain.Price;
import com.allinone.catalog.domain.Product;
import com.allinone.catalog.domain.ProductEvent;
import com.allinone.catalog.domain.Products;
import com.allinone.catalog.domain.Refusal;
import com.allinone.catalog.domain.Sku;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Changes products and announces every change in the transaction that makes it. */
@ApplicationScoped
public class EditProducts {

    private static final Logger LOG = Logger.getLogger(EditProducts.class);

    private final Products<Transaction> products;
    private final Announcements<Transaction> announcements;
    private final Event<ProductEvent> changes;

    public EditProducts(
            Products<Transaction> products, Announcements<Transaction> announcements, Event<ProductEvent> changes) {
        this.products = products;
        this.announcements = announcements;
        this.changes = changes;
    }

    /** Lists one product. */
    Edit list(Transaction transaction, ProductEvent.Listed listed) {
        Product product = listed.product();
        if (!products.has(transaction, product.category())) {
            return new Edit.Refused(new Refusal.NoSuchCategory(product.category()));
        }
        if (listMissing(transaction, List.of(listed)).isEmpty()) {
            return new Edit.Refused(new Refusal.Taken(product.sku()));
        }
        logAfterCommit(transaction, product, "listed");
        return new Edit.Done(listed);
    }

    /** Lists those whose SKU was never used; returns them. */
    List<ProductEvent.Listed> listMissing(Transaction transaction, List<ProductEvent.Listed> wanted) {
        Set<Sku> added = products.add(
                transaction, wanted.stream().map(ProductEvent.Listed::product).toList());
        List<ProductEvent.Listed> listed = wanted.stream()
                .filter(event -> added.contains(event.product().sku()))
                .toList();
        listed.forEach(event -> announcements.announce(transaction, event));
        return listed;
    }

    /** Changes the price of a product that the operator has seen at a version. */
    Edit reprice(Transaction transaction, Sku sku, Price price, long seen) {
        return edit(transaction, sku, product -> product.reprice(price, seen), "repriced");
    }

    /** Retires a product that the operator has seen at a version. */
    Edit retire(Transaction transaction, Sku sku, long seen) {
        return edit(transaction, sku, product -> product.retire(seen), "retired");
    }

    private Edit edit(Transaction transaction, Sku sku, Function<Product, Edit> wish, String done) {
        Edit edit =
                products.lock(transaction, sku).map(wish).orElseGet(() -> new Edit.Refused(new Refusal.Unknown(sku)));
        if (edit instanceof Edit.Done(ProductEvent event)) {
            products.replace(transaction, event.product());
            announcements.announce(transaction, event);
            transaction.afterCommit(() -> changes.fire(event));
            logAfterCommit(transaction, event.product(), done);
        }
        return edit;
    }

    private static void logAfterCommit(Transaction transaction, Product product, String done) {
        transaction.afterCommit(() ->
                LOG.infof("Product was changed, change=%s sku=%s version=%d", done, product.sku(), product.version()));
    }
}
