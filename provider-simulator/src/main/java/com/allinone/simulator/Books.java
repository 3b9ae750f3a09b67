package com.allinone.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Every intent and refund this provider ever made. One lock: a payment is decided by one request at a time. */
final class Books {
    private final Journal journal;
    private final SequencedMap<String, Intent> intents = new LinkedHashMap<>();
    private final Map<String, Refund> refunds = new LinkedHashMap<>();

    Books(Journal journal) {
        this.journal = journal;
    }

    synchronized void remember(Form line) {
        switch (line.required("kind")) {
            case "intent" -> intents.put(line.required("id"), Intent.read(line));
            case "refund" -> refunds.put(line.required("id"), Refund.read(line));
            default -> {
                // A saved answer; SavedAnswers reads those.
            }
        }
    }

    synchronized Intent intent(String id) {
        var intent = intents.get(id);
        if (intent == null) {
            throw Refusal.unknown("payment_intent", id);
        }
        return intent;
    }

    /**
     * Intents made at or after a time, newest first as the API lists them.
     *
     * @param after where the page before ended; empty for the first page
     * @param most how many, one more than a page to see whether there is another
     */
    synchronized List<Intent> list(long since, String after, int most) {
        if (!after.isEmpty()) {
            intent(after);
        }
        return intents.sequencedValues().reversed().stream()
                .dropWhile(intent -> !after.isEmpty() && !intent.id().equals(after))
                .skip(after.isEmpty() ? 0 : 1)
                .filter(intent -> intent.created() >= since)
                .limit(most)
                .toList();
    }

    synchronized Intent write(Intent intent) {
        journal.append(intent.line());
        intents.put(intent.id(), intent);
        return intent;
    }

    /** Changes an intent as it is now; the change sees no other request's half. */
    synchronized Intent change(String id, UnaryOperator<Intent> change) {
        return write(change.apply(intent(id)));
    }

    synchronized Refund refund(Refund refund) {
        if (!refund.status().equals("failed")) {
            change(refund.intent(), intent -> intent.givenBack(refund.amount()));
        }
        journal.append(refund.line());
        refunds.put(refund.id(), refund);
        return refund;
    }

    /** The refunds of an intent, newest first as the API lists them. */
    synchronized List<Refund> refundsOf(String intent) {
        return refunds.values().stream()
                .filter(refund -> refund.intent().equals(intent))
                .toList()
                .reversed();
    }

    /** The whole state, for a test or a person who compares it with ours. */
    synchronized Map<String, @Nullable Object> view() {
        var captured = new LinkedHashMap<String, Long>();
        var returned = new LinkedHashMap<String, Long>();
        var pages = new ArrayList<Map<String, @Nullable Object>>();
        for (var intent : intents.values()) {
            captured.merge(intent.currency(), intent.received(), Long::sum);
            returned.merge(intent.currency(), intent.refunded(), Long::sum);
            var page = intent.view();
            page.put("amount_refunded", intent.refunded());
            page.put("confirms", intent.confirms());
            pages.add(page);
        }
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("captured", captured);
        view.put("refunded", returned);
        view.put("intents", pages);
        view.put("refunds", refunds.values().stream().map(Refund::view).toList());
        return view;
    }
}
