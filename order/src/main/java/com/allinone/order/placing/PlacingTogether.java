package com.allinone.order.placing;

import com.allinone.http.idempotency.IdempotencyKeys;
import com.allinone.http.idempotency.IdempotencyKeys.Answer;
import com.allinone.http.idempotency.IdempotencyKeys.Said;
import com.allinone.http.problems.Problem;
import com.allinone.messaging.MessageJson;
import com.allinone.messaging.Ticker;
import com.allinone.messaging.gathering.Gathering;
import com.allinone.messaging.gathering.Pace;
import com.allinone.messaging.gathering.PaceConfig;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.allinone.order.domain.OrderHistory;
import com.allinone.order.domain.Product;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Takes the orders of requests that are under way at the same time in one transaction; each is answered when that has
 * committed. One that is refused stores nothing and does not touch the others.
 */
@ApplicationScoped
class PlacingTogether {

    private static final int MOST = 100;
    private static final int AT_ONCE = 2;
    private static final Answer NONE = new Answer(0, null, "");

    private final Transactions transactions;
    private final Placing placing;
    private final IdempotencyKeys keys;
    private final Gathering<Wish, Said> gathering;

    PlacingTogether(Transactions transactions, Placing placing, IdempotencyKeys keys, Ticker ticker, PaceConfig pace) {
        this.transactions = transactions;
        this.placing = placing;
        this.keys = keys;
        this.gathering =
                new Gathering<>(this::place, wish -> wish.key().place(), MOST, AT_ONCE, new Pace(ticker, pace.apart()));
    }

    private record Wish(UUID user, IdempotencyKeys.Key key, PlaceOrder request, Context trace) {}

    private record Decided(OrderHistory order, Answer answer) {}

    /**
     * The answer, once what it tells of is stored for good; the one of before where the key was used before.
     *
     * @param request with lines of its own
     * @throws Problem when the order is refused
     */
    Answer place(UUID user, String key, PlaceOrder request) {
        IdempotencyKeys.Key used = IdempotencyKeys.Key.of(user.toString(), key, MessageJson.write(request));
        return switch (gathering.ask(new Wish(user, used, request, Context.current()))) {
            case Said.Answered(Answer answer) -> answer;
            case Said.Refused(Problem problem) -> throw problem;
        };
    }

    private List<Said> place(List<Wish> wishes) {
        return transactions.call(transaction -> {
            Map<Wish, Decided> decided = new LinkedHashMap<>();
            Map<Wish, Said> said = new HashMap<>();
            Map<String, Product> known = placing.known(
                    transaction, wishes.stream().map(Wish::request).toList());
            for (Wish wish : wishes) {
                try {
                    decided.put(wish, decided(wish, known));
                } catch (Problem refusal) {
                    said.put(wish, new Said.Refused(refusal));
                }
            }
            Set<IdempotencyKeys.Key> fresh = claimed(transaction, wishes, decided);
            Map<OrderHistory, Context> begun = new LinkedHashMap<>();
            decided.forEach((wish, order) -> {
                if (fresh.contains(wish.key())) {
                    begun.put(order.order(), wish.trace());
                    said.put(wish, new Said.Answered(order.answer()));
                }
            });
            if (!begun.isEmpty()) {
                placing.keep(transaction, begun);
            }
            return answers(transaction, wishes, fresh, said);
        });
    }

    private Decided decided(Wish wish, Map<String, Product> known) {
        OrderHistory order = placing.begin(wish.user(), wish.request(), known);
        return new Decided(order, PlacingResource.accepted(order));
    }

    /**
     * Claims every key, also those of refused requests: one that is under way elsewhere with the same key is waited for,
     * and its answer goes before a refusal of today. A refusal leaves its key free.
     */
    private Set<IdempotencyKeys.Key> claimed(Transaction transaction, List<Wish> wishes, Map<Wish, Decided> decided) {
        Map<IdempotencyKeys.Key, Answer> answers = new LinkedHashMap<>();
        List<IdempotencyKeys.Key> refused = new ArrayList<>();
        for (Wish wish : wishes) {
            Decided order = decided.get(wish);
            if (order == null) {
                refused.add(wish.key());
            }
            answers.put(wish.key(), order == null ? NONE : order.answer());
        }
        Set<IdempotencyKeys.Key> fresh = keys.keep(transaction, PlacingResource.ROUTE, answers);
        keys.leave(
                transaction,
                PlacingResource.ROUTE,
                refused.stream().filter(fresh::contains).toList());
        return fresh;
    }

    private List<Said> answers(
            Transaction transaction, List<Wish> wishes, Set<IdempotencyKeys.Key> fresh, Map<Wish, Said> said) {
        said.putAll(before(transaction, wishes, fresh));
        return wishes.stream()
                .map(said::get)
                .map(each -> Objects.requireNonNull(each, "a key that was neither new nor used before"))
                .toList();
    }

    private Map<Wish, Said> before(Transaction transaction, List<Wish> wishes, Set<IdempotencyKeys.Key> fresh) {
        List<Wish> repeated =
                wishes.stream().filter(wish -> !fresh.contains(wish.key())).toList();
        Map<IdempotencyKeys.Key, Said> found = keys.found(
                transaction,
                PlacingResource.ROUTE,
                repeated.stream().map(Wish::key).toList());
        Map<Wish, Said> before = new HashMap<>();
        for (Wish wish : repeated) {
            Said answer = found.get(wish.key());
            if (answer != null) {
                before.put(wish, answer);
            }
        }
        return before;
    }
}
