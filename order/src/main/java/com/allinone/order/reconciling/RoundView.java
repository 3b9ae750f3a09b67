package com.allinone.order.reconciling;

import com.allinone.order.domain.Difference;
import com.allinone.order.port.Rounds;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round as the API shows it.
 *
 * @param orders how many orders were compared so far
 * @param unsettled how many moved all the time and were not compared
 * @param withoutProvider how many ranges were compared without the provider's list, because it could not be read
 * @param openRanges how many ranges of orders are being looked at
 * @param differences how many were found
 * @param byKind how many of each kind
 * @param first the first of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoundView(
        UUID id,
        String scope,
        String state,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        long orders,
        long unsettled,
        long withoutProvider,
        long openRanges,
        long differences,
        Map<Difference.Kind, Long> byKind,
        List<FoundView> first) {

    /** How many differences are written out. */
    static final int MOST = 200;

    /**
     * A difference.
     *
     * @param subject the order; or the provider's intent, where no order is known
     * @param repair {@code RESENT} where the commands of the order's state were sent again, {@code PERSON} where a
     *     person has to settle it
     */
    public record FoundView(String kind, String subject, String explanation, String repair) {

        static FoundView of(Rounds.Found found) {
            return new FoundView(
                    found.difference().kind().name(),
                    found.difference().subject(),
                    found.difference().explanation(),
                    found.resent() ? "RESENT" : "PERSON");
        }
    }

    static RoundView of(Rounds.Round round, Map<Difference.Kind, Long> counts, List<Rounds.Found> found) {
        return new RoundView(
                round.id(),
                round.scope().name(),
                round.state().name(),
                round.startedBy(),
                round.startedAt(),
                round.endedAt(),
                round.orders(),
                round.unsettled(),
                round.unseen(),
                round.open(),
                counts.values().stream().mapToLong(Long::longValue).sum(),
                counts,
                found.stream().map(FoundView::of).toList());
    }
}
