package com.allinone.payment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the provider's list said when it was last read; each method is one transaction. */
public interface ProviderCopies {

    /** Claims a walk through the list, where a report waits for one and nobody else is walking. */
    Optional<Walk> begin(Duration lease);

    /**
     * Keeps a page of it and renews the claim.
     *
     * @return false where the claim was lost; the walk is then another's
     */
    boolean keep(Walk walk, List<ProviderIntent> page, Duration lease);

    /** The list was read to its end. */
    void end(Walk walk);

    /** It could not be read; whoever wants it may begin again after the pause. */
    void giveUp(Walk walk, Duration pause);

    /**
     * A walk through the provider's list.
     *
     * @param startedAt what happened at the provider before is in it
     * @param since only intents made since then are looked at
     */
    record Walk(Instant startedAt, Instant since) {}
}
