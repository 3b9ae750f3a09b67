package com.allinone.chaos.invariants;

import com.allinone.chaos.invariants.PublishedRecords.Published;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Compares what one service has said, in the order of its commits, with what Kafka was given of it. */
final class Publishing {
    private final Map<UUID, Long> positions;
    private final Set<UUID> seen = new HashSet<>();
    private final Map<String, Long> last = new HashMap<>();
    private final List<String> disordered = new ArrayList<>();
    private long deliveries;

    /** @param positions the place of every message in the service's log */
    Publishing(Map<UUID, Long> positions) {
        this.positions = positions;
    }

    /** Takes in the next record of a partition; what others have said is passed over. */
    void record(String topic, Published record) {
        var position = positions.get(record.id());
        if (position == null) {
            return;
        }
        deliveries++;
        if (seen.add(record.id())) {
            var before = last.put(topic + " " + record.key(), position);
            if (before != null && before > position) {
                disordered.add("%s: %s of %s at %d came after %d"
                        .formatted(topic, record.type(), record.key(), position, before));
            }
        }
    }

    /** Records, as often as they came. */
    long deliveries() {
        return deliveries;
    }

    /** Messages that came at least once. */
    long messages() {
        return seen.size();
    }

    /** Messages whose first coming was after a later one of their key. */
    List<String> disordered() {
        return disordered;
    }

    /** Messages that never came. */
    List<UUID> missing() {
        return positions.keySet().stream().filter(id -> !seen.contains(id)).toList();
    }
}
