package com.allinone.inventory.receiving;

import com.allinone.http.json.Require;
import com.allinone.inventory.domain.Line;
import com.allinone.inventory.domain.Quantity;
import com.allinone.inventory.domain.Receipt;
import com.allinone.inventory.domain.Sku;
import com.allinone.inventory.domain.Warehouse;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery, as an operator enters it.
 *
 * @param warehouse as in ICN1
 * @param lines 1 to 1,000; a SKU stands in it once, since twice is more often a slip than a wish
 */
public record NewReceipt(
        @Nullable String warehouse, @Nullable List<@Nullable NewReceiptLine> lines) {

    public NewReceipt {
        new Warehouse(Require.present("warehouse", warehouse));
        Set<String> seen = new HashSet<>();
        for (NewReceiptLine line : Require.sized("lines", lines, 1, Receipt.MOST_LINES)) {
            String sku = Require.present("lines", line).sku();
            if (!seen.add(Require.present("sku", sku))) {
                throw new IllegalArgumentException("lines must have each SKU once, " + sku + " stands in it twice");
            }
        }
    }

    Receipt receipt(UUID id, Instant at, UUID by) {
        return new Receipt(
                id,
                new Warehouse(Require.present("warehouse", warehouse)),
                Require.present("lines", lines).stream()
                        .map(line -> Require.present("lines", line).line())
                        .toList(),
                at,
                by);
    }

    /**
     * So many of one SKU.
     *
     * @param quantity 1 to 1,000,000
     */
    public record NewReceiptLine(@Nullable String sku, long quantity) {

        public NewReceiptLine {
            new Sku(Require.present("sku", sku));
            Require.between("quantity", quantity, 1, Quantity.MOST);
        }

        Line line() {
            return new Line(new Sku(Require.present("sku", sku)), quantity);
        }
    }
}
