package com.allinone.payment.settling;

import com.allinone.payment.domain.Settlement;
import java.time.Instant;
import java.util.UUID;

/**
 * A decision as the API shows it.
 *
 * @param operator who decided
 */
public record SettlementView(UUID id, String action, String note, UUID operator, Instant at) {

    static SettlementView of(Settlement settlement) {
        return new SettlementView(
                settlement.id(), settlement.action().name(), settlement.note(), settlement.operator(), settlement.at());
    }
}
