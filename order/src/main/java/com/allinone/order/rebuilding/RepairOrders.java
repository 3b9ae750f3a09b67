package com.allinone.order.rebuilding;

import com.allinone.http.json.Require;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/orders/projections/repair}.
 *
 * @param after where the piece begins, an order's id; without it at the first order
 * @param limit 1 to 500 orders
 * @param reason why, in 3 to 500 characters; it stands in the audit row of each repaired order
 */
public record RepairOrders(@Nullable UUID after, int limit, String reason) {

    static final int MOST = 500;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 500;

    public RepairOrders {
        Require.between("limit", limit, 1, MOST);
        reason = Require.text("reason", reason, SHORTEST, LONGEST);
    }
}
