package com.allinone.payment.reconciling;

import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.ProviderCopies;
import com.allinone.payment.domain.ProviderCopies.Walk;
import com.allinone.payment.domain.ProviderRecords;
import com.allinone.payment.domain.ProviderUnavailable;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Reads the provider's list of intents when a report waits for it, a page at a time: each is called for outside any
 * transaction and kept in one of its own. One replica walks at a time; a claim that is not renewed ends by itself.
 */
@ApplicationScoped
public class ProviderWalk {

    private static final Logger LOG = Logger.getLogger(ProviderWalk.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** Two million intents; a longer list is read in parts, by reconciling shorter windows. */
    private static final int MOST_PAGES = 20_000;

    private final ProviderRecords records;
    private final ProviderCopies copies;

    public ProviderWalk(ProviderRecords records, ProviderCopies copies) {
        this.records = records;
        this.copies = copies;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    @RunOnVirtualThread
    void walkIfWanted() {
        copies.begin(LEASE).ifPresent(this::walk);
    }

    private void walk(Walk walk) {
        try {
            if (walkToTheEnd(walk)) {
                copies.end(walk);
            }
        } catch (ProviderUnavailable silence) {
            LOG.warnf("Provider's list could not be read and is tried again, cause=%s", silence.getMessage());
            copies.giveUp(walk, PAUSE);
        }
    }

    private boolean walkToTheEnd(Walk walk) {
        Optional<IntentId> last = Optional.empty();
        for (int count = 0; count < MOST_PAGES; count++) {
            var page = records.list(walk.since(), last);
            if (!copies.keep(walk, page.intents(), LEASE)) {
                LOG.warnf("Reading the provider's list took too long and another goes on, page=%d", count);
                return false;
            }
            if (!page.more() || page.intents().isEmpty()) {
                return true;
            }
            last = Optional.of(page.intents().getLast().id());
        }
        throw new ProviderUnavailable("The provider's list has more than " + MOST_PAGES + " pages", null);
    }
}
