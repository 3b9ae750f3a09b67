package com.allinone.catalog.editing;

import com.allinone.catalog.domain.ProductEvent;
import com.allinone.messaging.MessageJson;
import com.allinone.messaging.sql.Transactions;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Fills an empty shop: lists what is in the seed and was never listed, the way an operator would, so that everybody
 * hears of it. What operators changed or retired since stays as it is.
 */
@ApplicationScoped
public class SeedCatalog {

    static final String FILE = "seed/products.json";

    private static final Logger LOG = Logger.getLogger(SeedCatalog.class);
    private static final int IN_ONE_TRANSACTION = 50;

    private final SeedConfig config;
    private final Transactions transactions;
    private final EditProducts edits;

    public SeedCatalog(SeedConfig config, Transactions transactions, EditProducts edits) {
        this.config = config;
        this.transactions = transactions;
        this.edits = edits;
    }

    void atStart(@Observes StartupEvent started) {
        if (config.seed()) {
            LOG.infof("Catalog was seeded, added=%d", sow());
        }
    }

    /** Lists what is missing; returns how many that were. */
    int sow() {
        List<ProductEvent.Listed> wanted = read();
        int added = 0;
        for (int from = 0; from < wanted.size(); from += IN_ONE_TRANSACTION) {
            List<ProductEvent.Listed> some = wanted.subList(from, Math.min(from + IN_ONE_TRANSACTION, wanted.size()));
            added += transactions
                    .call(transaction -> edits.listMissing(transaction, some))
                    .size();
        }
        return added;
    }

    static List<ProductEvent.Listed> read() {
        try (InputStream seed = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (seed == null) {
                throw new IllegalStateException("The seed " + FILE + " is not in this build");
            }
            String json = new String(seed.readAllBytes(), StandardCharsets.UTF_8);
            return MessageJson.list(json, NewProduct.class).stream()
                    .map(NewProduct::listed)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The seed " + FILE + " could not be read", e);
        }
    }
}
