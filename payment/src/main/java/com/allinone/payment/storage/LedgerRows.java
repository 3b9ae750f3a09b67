package com.allinone.payment.storage;

import com.allinone.messaging.sql.Row;
import com.allinone.messaging.sql.Transaction;
import com.allinone.payment.domain.LedgerEntry;
import com.allinone.payment.domain.PaymentId;
import java.time.Instant;
import java.util.List;

/** The ledger's lines; the table refuses a second booking of one kind and lines that do not sum to zero. */
final class LedgerRows {

    private static final String INSERT = """
            insert into ledger_entry (booked_at, payment_id, kind, account, amount, currency)
            select ?, * from unnest(?, ?, ?, ?, ?)""";

    private LedgerRows() {}

    static void insert(Transaction transaction, List<LedgerEntry> entries, Instant now) {
        if (entries.isEmpty()) {
            return;
        }
        transaction
                .sql(INSERT)
                .bind(now)
                .bindArray(
                        "uuid",
                        entries.stream().map(entry -> entry.payment().value()).toList())
                .bindArray(
                        "text",
                        entries.stream().map(entry -> entry.kind().name()).toList())
                .bindArray(
                        "text",
                        entries.stream().map(entry -> entry.account().name()).toList())
                .bindArray("int8", entries.stream().map(LedgerEntry::amount).toList())
                .bindArray("text", entries.stream().map(LedgerEntry::currency).toList())
                .update();
    }

    static LedgerEntry read(Row row) {
        return new LedgerEntry(
                new PaymentId(row.uuid("payment_id")),
                LedgerEntry.Kind.valueOf(row.text("kind")),
                LedgerEntry.Account.valueOf(row.text("account")),
                row.number("amount"),
                row.text("currency"));
    }
}
