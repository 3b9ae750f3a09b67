package com.allinone.payment.storage;

import com.allinone.messaging.sql.Row;
import com.allinone.messaging.sql.Transaction;
import com.allinone.payment.domain.IntentId;
import com.allinone.payment.domain.OrderId;
import com.allinone.payment.domain.ProviderIntent;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Copies of the provider's intents in {@code provider_intent}. */
final class ProviderIntentRows {

    private static final String KEEP = """
            insert into provider_intent (seen_at, intent_id, order_id, status, currency, received, refunded, created_at)
            select ?, * from unnest(?, ?, ?, ?, ?, ?, ?)
            on conflict (intent_id) do update set
                seen_at = excluded.seen_at, order_id = excluded.order_id, status = excluded.status,
                currency = excluded.currency, received = excluded.received, refunded = excluded.refunded""";

    private ProviderIntentRows() {}

    static void keep(Transaction transaction, List<ProviderIntent> intents, Instant now) {
        if (intents.isEmpty()) {
            return;
        }
        transaction
                .sql(KEEP)
                .bind(now)
                .bindArray("text", each(intents, intent -> intent.id().value()))
                .bindArray("uuid", each(intents, ProviderIntentRows::order))
                .bindArray("text", each(intents, ProviderIntent::status))
                .bindArray("text", each(intents, ProviderIntent::currency))
                .bindArray("int8", each(intents, ProviderIntent::received))
                .bindArray("int8", each(intents, ProviderIntent::refunded))
                .bindArray("timestamptz", each(intents, ProviderIntent::created))
                .update();
    }

    static ProviderIntent read(Row row) {
        var order = row.uuidOrNull("order_id");
        return new ProviderIntent(
                new IntentId(row.text("intent_id")),
                order == null ? null : new OrderId(order),
                row.text("status"),
                row.text("currency"),
                row.number("received"),
                row.number("refunded"),
                row.instant("created_at"));
    }

    private static @Nullable Object order(ProviderIntent intent) {
        return intent.order() == null ? null : intent.order().value();
    }

    private static List<@Nullable Object> each(
            List<ProviderIntent> intents, Function<ProviderIntent, @Nullable Object> column) {
        return intents.stream().map(column).toList();
    }
}
