package com.allinone.messaging.inbox;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.sql.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Remembers, in the transaction of the effect, what a consumer has done. */
final class Inbox {

    private final DoneMessages done;

    Inbox(DoneMessages done) {
        this.done = done;
    }

    /** Those that were not done before, each once, in their order. */
    List<IncomingMessage> fresh(Transaction transaction, String consumer, List<IncomingMessage> messages) {
        if (messages.isEmpty()) {
            return messages;
        }
        Set<UUID> unseen = done.remember(
                transaction,
                consumer,
                messages.stream().map(IncomingMessage::id).distinct().toList());
        List<IncomingMessage> fresh = new ArrayList<>(messages.size());
        List<UUID> again = new ArrayList<>();
        for (IncomingMessage message : messages) {
            if (unseen.remove(message.id())) {
                fresh.add(message);
            } else {
                again.add(message.id());
            }
        }
        if (!again.isEmpty()) {
            done.cameAgain(transaction, consumer, again);
        }
        return fresh;
    }
}
