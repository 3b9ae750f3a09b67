package com.allinone.http.operating;

import com.allinone.http.problems.Problems;
import com.allinone.messaging.MessageHandler;
import com.allinone.messaging.records.KeyRecords;
import com.allinone.messaging.records.KeyRecords.Said;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What this service has on record of messages, for operators who ask what became of something. */
@ApplicationScoped
public class MessageRecords {

    /** More than an order has that is asked for again for a week. */
    private static final int MOST = 500;
    /** A request's line has its bounds; an id takes 40 characters of it. */
    static final int MOST_IDS = 100;

    private final Transactions transactions;
    private final KeyRecords records;
    private final List<String> consumers;

    public MessageRecords(Transactions transactions, KeyRecords records, @All List<MessageHandler> handlers) {
        this.transactions = transactions;
        this.records = records;
        this.consumers = handlers.stream().map(MessageHandler::consumer).toList();
    }

    /** All that is known of a key, as of one moment. */
    public KeyMessages of(String key) {
        return transactions.call(transaction -> of(transaction, key));
    }

    private KeyMessages of(Transaction transaction, String key) {
        List<Said> said = records.said(transaction, key, MOST + 1);
        List<KeyRecords.Parked> parked = records.parked(transaction, consumers, key, MOST + 1);
        Set<UUID> causes =
                said.stream().map(Said::cause).filter(Objects::nonNull).collect(Collectors.toSet());
        return new KeyMessages(
                said.stream().limit(MOST).map(KeyMessages.Said::of).toList(),
                heard(transaction, causes, said),
                parked.stream().limit(MOST).map(KeyMessages.Parked::of).toList(),
                said.size() <= MOST && parked.size() <= MOST);
    }

    /** Which of these messages were done here, and how often each came; those that never came are left out. */
    public List<KeyMessages.Heard> heard(List<UUID> ids) {
        if (ids.isEmpty() || ids.size() > MOST_IDS) {
            throw Problems.invalidParameter("id", "must be given 1 to " + MOST_IDS + " times");
        }
        return transactions.call(transaction -> heard(transaction, new HashSet<>(ids), List.of()));
    }

    private List<KeyMessages.Heard> heard(Transaction transaction, Set<UUID> ids, List<Said> said) {
        return records.heard(transaction, consumers, ids).stream()
                .map(heard -> new KeyMessages.Heard(
                        heard.id(),
                        heard.consumer(),
                        heard.deliveries(),
                        said.stream()
                                .filter(message -> heard.id().equals(message.cause()))
                                .map(Said::type)
                                .toList()))
                .toList();
    }
}
