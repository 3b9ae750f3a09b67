package com.allinone.inventory.adjusting;

import com.allinone.http.json.Require;
import com.allinone.inventory.domain.Quantity;
import com.allinone.inventory.domain.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * What an operator found when counting.
 *
 * @param warehouse as in ICN1
 * @param delta units found, or lost and broken where negative; not 0, at most 1,000,000 either way
 * @param reason a sentence for whoever asks later, 1 to 200 characters
 */
public record NewAdjustment(
        @Nullable String warehouse, long delta, @Nullable String reason) {

    private static final int LONGEST_REASON = 200;

    public NewAdjustment {
        new Warehouse(Require.present("warehouse", warehouse));
        Require.between("delta", delta, -Quantity.MOST, Quantity.MOST);
        if (delta == 0) {
            throw new IllegalArgumentException("delta must not be 0");
        }
        reason = Require.text("reason", reason, 1, LONGEST_REASON);
    }

    Warehouse place() {
        return new Warehouse(Require.present("warehouse", warehouse));
    }

    String why() {
        return Require.present("reason", reason);
    }
}
