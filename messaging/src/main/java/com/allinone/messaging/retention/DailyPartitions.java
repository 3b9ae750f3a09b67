package com.allinone.messaging.retention;

import com.allinone.messaging.sql.Transaction;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;

/**
 * The daily partitions of one table. They are attached rather than created in place, which does not lock the parent
 * against readers and writers.
 *
 * @param table the partitioned table, as in {@code inbox}
 * @param bound the first value of a day, as an SQL literal
 */
record DailyPartitions(String table, Function<LocalDate, String> bound) {

    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.BASIC_ISO_DATE;

    static DailyPartitions byInstant(String table) {
        return new DailyPartitions(table, day -> "'" + day + " 00:00:00+00'");
    }

    /** By UUIDv7, whose first 48 bits are milliseconds since 1970. */
    static DailyPartitions byUuid(String table) {
        return new DailyPartitions(table, day -> {
            long millis = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
            String hex = "%012x".formatted(millis);
            return "'" + hex.substring(0, 8) + "-" + hex.substring(8) + "-0000-0000-000000000000'";
        });
    }

    /** The days between the two, both included, that have no partition yet. */
    List<LocalDate> missing(Transaction transaction, LocalDate first, LocalDate last) {
        List<String> present = names(transaction);
        return first.datesUntil(last.plusDays(1))
                .filter(day -> !present.contains(name(day)))
                .toList();
    }

    /** Makes the partition of a day that has none. */
    void make(Transaction transaction, LocalDate day) {
        transaction
                .sql("create table " + name(day) + " (like " + table + " including all)")
                .update();
        transaction
                .sql("alter table " + table + " attach partition " + name(day) + " for values from (" + bound.apply(day)
                        + ") to (" + bound.apply(day.plusDays(1)) + ")")
                .update();
    }

    /** Drops the days before this one; returns how many. */
    int drop(Transaction transaction, LocalDate firstKept) {
        List<String> over = names(transaction).stream()
                .filter(name -> name.matches(table + "_[0-9]{8}") && name.compareTo(name(firstKept)) < 0)
                .toList();
        over.forEach(name -> transaction.sql("drop table " + name).update());
        return over.size();
    }

    private List<String> names(Transaction transaction) {
        return transaction
                .sql("select inhrelid::regclass::text as name from pg_inherits where inhparent = ?::regclass")
                .bind(table)
                .list(row -> row.text("name"));
    }

    private String name(LocalDate day) {
        return table + "_" + SUFFIX.format(day);
    }
}
