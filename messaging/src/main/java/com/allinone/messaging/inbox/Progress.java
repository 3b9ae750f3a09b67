package com.allinone.messaging.inbox;

import java.util.List;

/** How far a batch is done, and how much of the rest is tried at once. */
final class Progress {

    /** A failure may be a race that two transactions lost; the guilty message fails alone, and again. */
    private static final int FAILURES_OF_THE_GUILTY = 2;

    private final List<Arrival> batch;
    private int done;
    private int size;
    private int failuresAlone;

    Progress(List<Arrival> batch) {
        this.batch = batch;
        this.size = batch.size();
    }

    boolean unfinished() {
        return done < batch.size();
    }

    /** What is tried next. */
    List<Arrival> piece() {
        return batch.subList(done, Math.min(done + size, batch.size()));
    }

    /** The piece is over; the next may be twice as large. */
    void done() {
        int over = piece().size();
        done += over;
        size = Math.min(over * 2, batch.size());
        failuresAlone = 0;
    }

    /** The piece failed; half of it is tried next. */
    void halve() {
        size = Math.max(1, piece().size() / 2);
    }

    /** Whether the piece, which has just failed, is one message whose own fault that is. */
    boolean guilty() {
        return piece().size() == 1 && ++failuresAlone >= FAILURES_OF_THE_GUILTY;
    }
}
