package com.allinone.messaging.inbox;

import org.jspecify.annotations.Nullable;

/** What came of a redrive. */
public sealed interface RedriveOutcome {

    /** No handler of this service has that name. */
    record NoSuchConsumer() implements RedriveOutcome {}

    /** Nothing of that key is parked, not any more or never. */
    record NotParked() implements RedriveOutcome {}

    /**
     * It went as far as it could.
     *
     * @param done how many messages are handled and no longer parked
     * @param left how many still are, later arrivals included; with none the key is free
     * @param stop why it did not go on; null where all is done, or there is more than one redrive may do
     */
    record Redriven(int done, long left, @Nullable Stop stop) implements RedriveOutcome {}

    /**
     * A message that failed again.
     *
     * @param unreadable it can only be discarded
     */
    record Stop(long place, String error, boolean unreadable) {}
}
