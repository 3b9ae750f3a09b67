package com.allinone.order.reconciling;

import static java.util.stream.Collectors.toSet;

import com.allinone.messaging.MessageIds;
import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.Books;
import com.allinone.order.domain.Difference;
import com.allinone.order.domain.OrderId;
import com.allinone.order.domain.OrderRange;
import com.allinone.order.port.Rounds;
import com.allinone.order.port.Rounds.Answered;
import com.allinone.order.port.Rounds.Found;
import com.allinone.order.port.Rounds.Round;
import com.allinone.order.redriving.Redriving;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Looks at one range that both owners have answered. What differs is asked about again after the quiet time, and
 * counts when it still differs; then the commands of the order's state are sent again where that can settle it.
 */
@ApplicationScoped
class Looking {

    /** Orders of our own that are compared at once; a range that has got more is cut. */
    private static final int MOST_ORDERS = 1_000;
    /** After so many looks a range that never comes to rest is done, with what was seen twice. */
    private static final int MOST_LOOKS = 5;

    private final Rounds rounds;
    private final Redriving redriving;
    private final ReconciliationConfig config;
    private final MessageIds ids;

    Looking(Rounds rounds, Redriving redriving, ReconciliationConfig config, MessageIds ids) {
        this.rounds = rounds;
        this.redriving = redriving;
        this.config = config;
        this.ids = ids;
    }

    void look(Transaction transaction, Round round, Answered range, Instant now) {
        var comparison = new RangeComparison(range);
        List<Books.OfOrder> orders =
                rounds.books(transaction, new OrderRange(range.range().from(), comparison.covered()), MOST_ORDERS + 1);
        UUID until = comparison.covered();
        if (orders.size() > MOST_ORDERS) {
            until = orders.get(MOST_ORDERS).id().value();
            orders = orders.subList(0, MOST_ORDERS);
        }
        if (!until.equals(range.range().until())) {
            rounds.shorten(transaction, round.id(), range, until, ids.next(), now);
        }
        var outcome = comparison.with(orders, until, range.askedAt().minus(config.quiet()));
        Set<String> before = Set.copyOf(range.seen());
        boolean news = outcome.differences().stream().anyMatch(difference -> !before.contains(difference.key()));
        if ((news || outcome.unsettled() > 0) && range.look() < MOST_LOOKS) {
            rounds.again(
                    transaction,
                    range.id(),
                    outcome.differences().stream()
                            .map(Difference::key)
                            .distinct()
                            .toList(),
                    now.plus(config.quiet()));
            return;
        }
        List<Difference> twice = outcome.differences().stream()
                .filter(difference -> before.contains(difference.key()))
                .toList();
        rounds.found(
                transaction,
                round.id(),
                twice.stream()
                        .map(difference -> new Found(difference, difference.resend(), now))
                        .toList());
        redriving.redrive(
                transaction,
                twice.stream()
                        .filter(Difference::resend)
                        .map(difference -> new OrderId(UUID.fromString(difference.subject())))
                        .collect(toSet()));
        rounds.done(
                transaction,
                round.id(),
                range.id(),
                outcome.settled(),
                outcome.unsettled(),
                comparison.withoutProvider());
    }
}
