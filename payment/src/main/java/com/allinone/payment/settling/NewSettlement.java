package com.allinone.payment.settling;

import com.allinone.http.json.Require;
import com.allinone.payment.domain.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * What an operator decides about a refund that failed.
 *
 * @param action {@code RETRY} asks the provider again, {@code BY_HAND} says that it was given back past the provider
 * @param note why, or how it was given back, as in a transfer's reference; 1 to 500 characters
 */
public record NewSettlement(
        Settlement.@Nullable Action action, @Nullable String note) {

    public NewSettlement {
        Require.present("action", action);
        note = Require.text("note", note, 1, Settlement.LONGEST_NOTE);
    }

    Settlement.Action decided() {
        return Require.present("action", action);
    }

    String why() {
        return Require.present("note", note);
    }
}
