package com.allinone.order.port;

import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.Books;
import com.allinone.order.domain.Difference;
import com.allinone.order.domain.OrderRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rounds of reconciliation, the ranges of order ids that each looks at, and what they found. */
public interface Rounds {

    /** What a round looks at. */
    enum Scope {
        /** Orders placed since a little before the last clean round, and older ones that wait for something. */
        RECENT,
        /** Everything there is. */
        FULL
    }

    /** How far a round is. */
    enum State {
        OPEN,
        DONE,
        /** An owner of books did not answer within the patience. */
        GIVEN_UP
    }

    /**
     * A round.
     *
     * @param startedBy the operator's id, or {@code schedule}
     * @param orders how many orders were compared
     * @param unsettled how many moved all the time and were not compared
     * @param unseen how many ranges were compared without the provider's list
     * @param open how many ranges are being looked at
     * @param whole whether no further range has to be begun
     * @param movedAt when something last happened in it
     */
    record Round(
            UUID id,
            Scope scope,
            String startedBy,
            Instant startedAt,
            @Nullable Instant endedAt,
            State state,
            long orders,
            long unsettled,
            long unseen,
            long open,
            boolean whole,
            Instant movedAt) {}

    /**
     * A range that both owners have answered.
     *
     * @param look which look it was, from 1
     * @param stock the body of inventory's answer
     * @param payment the body of payment's answer
     * @param seen the keys of what differed at the look before
     */
    record Answered(
            UUID id, OrderRange range, int look, Instant askedAt, String stock, String payment, List<String> seen) {}

    /** A range to ask about. */
    record Asking(UUID id, OrderRange range, int look) {}

    /** A difference as it was found. */
    record Found(Difference difference, boolean resent, Instant at) {}

    /** Keeps all other transactions out that advance rounds; false where another is at it. */
    boolean claim(Transaction transaction);

    /**
     * Begins a round.
     *
     * @param range what is cut into ranges as the round goes on
     * @param alone ranges besides, by their ids
     */
    void begin(
            Transaction transaction,
            UUID id,
            Scope scope,
            String startedBy,
            OrderRange range,
            Map<UUID, OrderRange> alone,
            Instant now);

    /** The open ones, oldest first; at most a few. */
    List<Round> open(Transaction transaction);

    Optional<Round> find(Transaction transaction, UUID id);

    /** The latest; of those that have ended where {@code ended} is set. */
    Optional<Round> latest(Transaction transaction, boolean ended);

    /** When the last round began that was done and found nothing; of all scopes. */
    Optional<Instant> lastClean(Transaction transaction);

    /** When the last round of this scope began. */
    Optional<Instant> lastBegun(Transaction transaction, Scope scope);

    /** Orders older than {@code before} that wait for something, at most {@code most}. */
    List<UUID> waiting(Transaction transaction, UUID before, int most);

    /** Cuts the next range, of at most so many orders, off what the round has not begun; false at its end. */
    boolean cut(Transaction transaction, Round round, UUID rangeId, int orders, Instant now);

    /** Ranges that are to be asked about now; they count as asked from here on. */
    List<Asking> ask(Transaction transaction, UUID round, Instant now, int most);

    /** Keeps an owner's answer; one to an earlier look is dropped. */
    void keepStock(Transaction transaction, UUID range, int look, String json, Instant now);

    void keepPayment(Transaction transaction, UUID range, int look, String json, Instant now);

    Optional<Answered> answered(Transaction transaction, UUID round);

    /** Our own books of a range, in the order of ids. */
    List<Books.OfOrder> books(Transaction transaction, OrderRange range, int most);

    /** Shortens a range to what the answers cover; the rest becomes a range of its own. */
    void shorten(Transaction transaction, UUID round, Answered range, UUID until, UUID restId, Instant now);

    /** The range is looked at once more, at that time. */
    void again(Transaction transaction, UUID range, List<String> seen, Instant at);

    /** The range is done. */
    void done(Transaction transaction, UUID round, UUID range, int orders, int unsettled, boolean unseen);

    void found(Transaction transaction, UUID round, List<Found> found);

    void end(Transaction transaction, UUID round, State state, Instant now);

    /** How many differences of each kind a round has found. */
    Map<Difference.Kind, Long> counts(Transaction transaction, UUID round);

    /** The first differences of a round, in the order of their kinds and subjects. */
    List<Found> list(Transaction transaction, UUID round, int most);

    /** Forgets rounds that ended before. */
    void forget(Transaction transaction, Instant before);
}
