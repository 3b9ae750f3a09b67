package com.allinone.simulation.store;

import com.allinone.messaging.inbox.DoneMessages;
import com.allinone.messaging.sql.Transaction;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The inbox as a table of consumer and id. */
public final class SimulatedDoneMessages implements DoneMessages {

    private final Table<String, Boolean> done = new Table<>();

    @Override
    public Set<UUID> remember(Transaction transaction, String consumer, Collection<UUID> ids) {
        OpenTransaction open = Database.of(transaction);
        Set<UUID> fresh = new LinkedHashSet<>();
        for (UUID id : new TreeSet<>(ids)) {
            if (done.insert(open, consumer + "/" + id, true)) {
                fresh.add(id);
            }
        }
        return fresh;
    }
}
