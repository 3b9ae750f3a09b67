package com.allinone.payment.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The provider's own list of intents. It fails as {@link Provider} does. */
public interface ProviderRecords {

    /**
     * A page of the intents made at or after {@code since}, newest first.
     *
     * @param after the last one of the page before
     */
    Page list(Instant since, Optional<IntentId> after);

    record Page(List<ProviderIntent> intents, boolean more) {}
}
