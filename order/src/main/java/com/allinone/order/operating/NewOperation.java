package com.allinone.order.operating;

import com.allinone.http.json.Require;
import com.allinone.order.domain.OperatorAction;

/**
 * The body of {@code POST /api/v1/orders/{id}/operations}.
 *
 * @param reason why, in 3 to 500 characters; kept for ever, so no personal data
 */
public record NewOperation(OperatorAction action, String reason) {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 500;

    public NewOperation {
        action = Require.present("action", action);
        reason = Require.text("reason", reason, SHORTEST, LONGEST);
    }
}
