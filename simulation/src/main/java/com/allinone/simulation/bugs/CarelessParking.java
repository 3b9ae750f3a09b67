package com.allinone.simulation.bugs;

import com.allinone.messaging.parking.ParkedMessage;
import com.allinone.messaging.parking.ParkedMessages;
import com.allinone.messaging.parking.ParkedRow;
import com.allinone.messaging.sql.Transaction;
import com.allinone.simulation.store.SimulatedParkedMessages;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parked messages that are kept as others keep them; what is wrong with them is what a subclass changes. */
class CarelessParking implements ParkedMessages {

    final ParkedMessages parked;

    CarelessParking(ParkedMessages parked) {
        this.parked = parked;
    }

    @Override
    public Set<String> parkedAmong(Transaction transaction, String consumer, Collection<String> keys) {
        return parked.parkedAmong(transaction, consumer, keys);
    }

    @Override
    public void park(Transaction transaction, ParkedMessage message) {
        parked.park(transaction, message);
    }

    @Override
    public List<ParkedRow> first(Transaction transaction, String consumer, String key, int limit) {
        return parked.first(transaction, consumer, key, limit);
    }

    @Override
    public Optional<ParkedRow> find(Transaction transaction, String consumer, String key, long place) {
        return parked.find(transaction, consumer, key, place);
    }

    @Override
    public long remove(Transaction transaction, String consumer, String key, Collection<Long> places) {
        return parked.remove(transaction, consumer, key, places);
    }

    @Override
    public void failedAgain(Transaction transaction, String consumer, long place, String error) {
        parked.failedAgain(transaction, consumer, place, error);
    }

    /** A batch does not look whether a key is parked; only a redrive does. */
    static final class LettingPass extends CarelessParking {

        LettingPass(ParkedMessages parked) {
            super(parked);
        }

        @Override
        public Set<String> parkedAmong(Transaction transaction, String consumer, Collection<String> keys) {
            return keys.size() == 1
                            && parked.parkedAmong(transaction, consumer, keys).size() == 1
                    ? askedByARedrive(keys)
                    : Set.of();
        }

        private static Set<String> askedByARedrive(Collection<String> keys) {
            boolean redriving = StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getClassName().endsWith(".Redriving")));
            return redriving ? Set.copyOf(keys) : Set.of();
        }
    }

    /** A batch glances at the key, and parks behind it while a redrive frees it. */
    static final class Stranding extends CarelessParking {

        private final SimulatedParkedMessages simulated;

        Stranding(SimulatedParkedMessages parked) {
            super(parked);
            this.simulated = parked;
        }

        @Override
        public Set<String> parkedAmong(Transaction transaction, String consumer, Collection<String> keys) {
            return simulated.glanceAt(transaction, consumer, keys);
        }

        @Override
        public void park(Transaction transaction, ParkedMessage message) {
            if (message.error().startsWith("Behind")) {
                simulated.parkBehind(transaction, message);
            } else {
                parked.park(transaction, message);
            }
        }
    }

    /** First come, first served. */
    static final class Disorderly extends CarelessParking {

        Disorderly(ParkedMessages parked) {
            super(parked);
        }

        @Override
        public List<ParkedRow> first(Transaction transaction, String consumer, String key, int limit) {
            return parked.first(transaction, consumer, key, Integer.MAX_VALUE).stream()
                    .sorted(Comparator.comparingLong((ParkedRow row) -> -row.place()))
                    .limit(limit)
                    .toList();
        }
    }
}
