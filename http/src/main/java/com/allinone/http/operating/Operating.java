package com.allinone.http.operating;

import com.allinone.http.callers.Caller;
import com.allinone.http.logging.LogLevel;
import com.allinone.http.logging.LogLevels;
import com.allinone.http.paging.Cursor;
import com.allinone.http.paging.Limit;
import com.allinone.http.paging.Page;
import com.allinone.http.problems.Problems;
import com.allinone.messaging.inbox.Discarding;
import com.allinone.messaging.inbox.RedriveOutcome.NoSuchConsumer;
import com.allinone.messaging.inbox.RedriveOutcome.NotParked;
import com.allinone.messaging.inbox.RedriveOutcome.Redriven;
import com.allinone.messaging.inbox.Redriving;
import com.allinone.messaging.operating.ActionPages;
import com.allinone.messaging.operating.Mandate;
import com.allinone.messaging.outbox.Republishing;
import com.allinone.messaging.parking.ParkedKey;
import com.allinone.messaging.parking.ParkedPages;
import com.allinone.messaging.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is behind the operators' addresses of every service. */
@ApplicationScoped
public class Operating {

    private final Transactions transactions;
    private final ParkedPages pages;
    private final ActionPages actions;
    private final Redriving redriving;
    private final Discarding discarding;
    private final Republishing republishing;
    private final Caller caller;
    private final Clock clock;
    private final MessageRecords records;
    private final LogLevels levels;

    public Operating(
            Transactions transactions,
            ParkedPages pages,
            ActionPages actions,
            Redriving redriving,
            Discarding discarding,
            Republishing republishing,
            Caller caller,
            Clock clock,
            MessageRecords records,
            LogLevels levels) {
        this.transactions = transactions;
        this.pages = pages;
        this.actions = actions;
        this.redriving = redriving;
        this.discarding = discarding;
        this.republishing = republishing;
        this.caller = caller;
        this.clock = clock;
        this.records = records;
        this.levels = levels;
    }

    List<LogLevel> levels() {
        return levels.wished();
    }

    List<LogLevel> level(LogLevel.Wish wish) {
        return levels.wish(wish, caller.userId().toString());
    }

    KeyMessages recorded(@Nullable String key) {
        if (key == null) {
            throw Problems.invalidParameter("key", "is missing");
        }
        return records.of(key);
    }

    List<KeyMessages.Heard> heard(List<String> ids) {
        try {
            return records.heard(ids.stream().map(UUID::fromString).toList());
        } catch (IllegalArgumentException noUuid) {
            throw Problems.invalidParameter("id", "is not a UUID");
        }
    }

    Page<ParkedKey> keys(@Nullable String consumer, @Nullable String cursor, int limit) {
        int checked = Limit.checked(limit);
        long after = number(cursor, 0);
        List<ParkedKey> keys = transactions.call(
                transaction -> pages.keys(transaction, Optional.ofNullable(consumer), after, checked + 1));
        return Page.of(keys, checked, last -> Cursor.after(last.number()));
    }

    List<ParkedMessageView> messages(@Nullable String consumer, String key, int limit) {
        int checked = Limit.checked(limit);
        String whose = present(consumer);
        List<ParkedMessageView> messages =
                transactions.call(transaction -> pages.messages(transaction, whose, key, checked).stream()
                        .map(ParkedMessageView::listed)
                        .toList());
        if (messages.isEmpty()) {
            throw notParked(whose, key);
        }
        return messages;
    }

    ParkedMessageView message(@Nullable String consumer, String key, long place) {
        String whose = present(consumer);
        return transactions
                .call(transaction -> pages.message(transaction, whose, key, place))
                .map(ParkedMessageView::whole)
                .orElseThrow(() -> Problems.notFound("Message " + place + " of key '" + key + "' of " + whose));
    }

    Redriven redrive(Redrive wish) {
        return switch (redriving.redrive(wish.consumer(), wish.key(), mandate(wish.reason()))) {
            case Redriven redriven -> redriven;
            case NotParked _ -> throw notParked(wish.consumer(), wish.key());
            case NoSuchConsumer _ -> throw Problems.notFound("A consumer " + wish.consumer() + " of this service");
        };
    }

    Discarded discard(Discard wish) {
        long left = discarding
                .discard(wish.consumer(), wish.key(), wish.place(), mandate(wish.reason()))
                .orElseThrow(() -> Problems.notFound(
                        "Message " + wish.place() + " of key '" + wish.key() + "' of " + wish.consumer()));
        return new Discarded(left);
    }

    Republishing.Step republish(Republish wish) {
        if (wish.from().isAfter(clock.instant())) {
            throw Problems.invalidBody("from", "lies in the future");
        }
        Long after = wish.after();
        return republishing.step(wish.from(), after == null ? 0 : after, mandate(wish.reason()));
    }

    Page<ActionPages.Recorded> audit(@Nullable String cursor, int limit) {
        int checked = Limit.checked(limit);
        long before = number(cursor, Long.MAX_VALUE);
        List<ActionPages.Recorded> newest =
                transactions.call(transaction -> actions.newest(transaction, before, checked + 1));
        return Page.of(newest, checked, last -> Cursor.after(last.number()));
    }

    private Mandate mandate(@Nullable String reason) {
        return new Mandate(caller.userId().toString(), reason == null ? "" : reason);
    }

    private static String present(@Nullable String consumer) {
        if (consumer == null || consumer.isBlank()) {
            throw Problems.invalidParameter("consumer", "is missing");
        }
        return consumer;
    }

    private static long number(@Nullable String cursor, long otherwise) {
        try {
            return Cursor.read(cursor, 1)
                    .map(read -> Long.parseLong(read.parts().getFirst()))
                    .orElse(otherwise);
        } catch (NumberFormatException e) {
            throw Cursor.refusal();
        }
    }

    private static com.allinone.http.problems.Problem notParked(String consumer, String key) {
        return Problems.notFound("Anything parked of key '" + key + "' of " + consumer);
    }
}
