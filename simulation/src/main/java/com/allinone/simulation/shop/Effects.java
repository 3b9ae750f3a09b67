package com.allinone.simulation.shop;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.MessageHandler;
import com.allinone.messaging.sql.Transaction;
import com.allinone.simulation.store.OpenTransaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What each consumer has really done, in the order of the commits. */
public final class Effects {

    private final Map<String, List<IncomingMessage>> byConsumer = new TreeMap<>();
    private final Set<String> poisoned = new HashSet<>();
    private final Set<String> everPoisoned = new HashSet<>();

    /** The messages that had their effect, by consumer, in order. */
    public Map<String, List<IncomingMessage>> byConsumer() {
        return byConsumer;
    }

    /** The keys that had a defect at some time. */
    public Set<String> everPoisoned() {
        return everPoisoned;
    }

    /** Until it is mended nobody can handle a message of this key. */
    void poison(String key) {
        poisoned.add(key);
        everPoisoned.add(key);
    }

    void mend(String key) {
        poisoned.remove(key);
    }

    MessageHandler counting(MessageHandler handler) {
        List<IncomingMessage> done = byConsumer.computeIfAbsent(handler.consumer(), none -> new ArrayList<>());
        return new MessageHandler() {
            @Override
            public String consumer() {
                return handler.consumer();
            }

            @Override
            public Set<String> handles() {
                return handler.handles();
            }

            @Override
            public Set<String> ignores() {
                return handler.ignores();
            }

            @Override
            public void handle(Transaction transaction, List<IncomingMessage> messages) {
                if (messages.stream().anyMatch(message -> poisoned.contains(message.key()))) {
                    throw new IllegalStateException("A defect that only this order has");
                }
                handler.handle(transaction, messages);
                ((OpenTransaction) transaction).whenCommitted(() -> done.addAll(messages));
            }
        };
    }
}
