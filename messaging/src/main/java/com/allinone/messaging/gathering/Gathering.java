package com.allinone.messaging.gathering;

import com.allinone.messaging.sql.DatabaseFailure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers share a piece of work, one transaction say: whoever comes first does it for all who have come by then,
 * on its own thread; those who come meanwhile wait, and the first of them does the next piece. Each returns when the
 * piece that holds its wish is done, so nobody is answered before the commit. There is no other thread: a lonely caller
 * waits for nobody, and pieces grow with the crowd, as in the group commit of databases.
 *
 * <p>A piece that fails through a wish is done again wish by wish, so that the others do not suffer from it; one that
 * fails through the infrastructure fails for all of them.
 *
 * @param <W> what is wished
 * @param <A> what is answered
 */
public final class Gathering<W, A> {

    private final Work<W, A> work;
    private final Function<W, Object> key;
    private final int most;
    private final int atOnce;
    private final Pace pace;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Place<W, A>> waiting = new ArrayDeque<>();
    private int leading;

    /**
     * A gathering.
     *
     * @param work answers each wish, in the order of the wishes
     * @param key of two wishes with equal keys only one is in a piece
     * @param most wishes in a piece, at least 1
     * @param atOnce pieces that may be done at the same time, at least 1
     * @param pace of all of them
     */
    public Gathering(Work<W, A> work, Function<W, Object> key, int most, int atOnce, Pace pace) {
        if (most < 1 || atOnce < 1) {
            throw new IllegalArgumentException("most=" + most + " atOnce=" + atOnce);
        }
        this.work = work;
        this.key = key;
        this.most = most;
        this.atOnce = atOnce;
        this.pace = pace;
    }

    /** Does a piece of work. */
    @FunctionalInterface
    public interface Work<W, A> {
        List<A> answer(List<W> wishes);
    }

    /**
     * The answer to a wish, once the piece of work that holds it is done. Waits however long that takes; an interrupt
     * is kept for the caller.
     *
     * @throws RuntimeException what the work threw
     */
    public A ask(W wish) {
        Place<W, A> place = new Place<>(wish);
        if (leads(place) || place.awaitTurn()) {
            lead(place);
        }
        return place.answer();
    }

    private boolean leads(Place<W, A> place) {
        lock.lock();
        try {
            waiting.add(place);
            if (leading == atOnce) {
                return false;
            }
            leading++;
            place.leads = true;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void lead(Place<W, A> leader) {
        try {
            pace.await();
            List<Place<W, A>> piece = piece(leader);
            if (!piece.isEmpty()) {
                work(piece);
            }
        } finally {
            handOver();
        }
    }

    /** Those who wait, the longest first; the leader's own place is one of them unless another piece took it. */
    private List<Place<W, A>> piece(Place<W, A> leader) {
        lock.lock();
        try {
            List<Place<W, A>> piece = new ArrayList<>();
            Set<Object> keys = new HashSet<>();
            if (waiting.remove(leader)) {
                piece.add(leader);
                keys.add(key.apply(leader.wish));
            }
            for (var places = waiting.iterator(); places.hasNext() && piece.size() < most; ) {
                Place<W, A> place = places.next();
                if (keys.add(key.apply(place.wish))) {
                    piece.add(place);
                    places.remove();
                }
            }
            return piece;
        } finally {
            lock.unlock();
        }
    }

    private void handOver() {
        lock.lock();
        try {
            Place<W, A> next =
                    waiting.stream().filter(place -> !place.leads).findFirst().orElse(null);
            if (next == null) {
                leading--;
            } else {
                next.leads = true;
                next.turn.complete(true);
            }
        } finally {
            lock.unlock();
        }
    }

    private void work(List<Place<W, A>> piece) {
        try {
            List<A> answers =
                    work.answer(piece.stream().map(place -> place.wish).toList());
            for (int i = 0; i < piece.size(); i++) {
                piece.get(i).done(answers.get(i));
            }
        } catch (RuntimeException | Error failure) {
            if (piece.size() > 1 && failure instanceof RuntimeException cause && DatabaseFailure.deterministic(cause)) {
                piece.forEach(place -> work(List.of(place)));
            } else {
                piece.forEach(place -> place.failed(failure));
            }
        }
    }

    private static final class Place<W, A> {
        private final W wish;
        private final CompletableFuture<A> answer = new CompletableFuture<>();
        /** True: it is this caller's turn to lead; false: it has its answer. */
        private final CompletableFuture<Boolean> turn = new CompletableFuture<>();

        /** Whether this caller does a piece, now or as soon as it hears that it is its turn. */
        private boolean leads;

        Place(W wish) {
            this.wish = wish;
        }

        boolean awaitTurn() {
            return turn.join();
        }

        void done(A result) {
            answer.complete(result);
            turn.complete(false);
        }

        void failed(Throwable failure) {
            answer.completeExceptionally(failure);
            turn.complete(false);
        }

        A answer() {
            try {
                return answer.join();
            } catch (CompletionException wrapped) {
                @Nullable Throwable cause = wrapped.getCause();
                if (cause instanceof RuntimeException failure) {
                    throw failure;
                }
                if (cause instanceof Error error) {
                    throw error;
                }
                throw wrapped;
            }
        }
    }
}
