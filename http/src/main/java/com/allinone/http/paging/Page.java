package com.allinone.http.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items at most as many as were asked for
 * @param next what to send as {@code cursor} for the following page; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** A page from rows of which one more than the limit was asked for, to see whether anything follows. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
        return rows.size() <= limit
                ? new Page<>(rows, null)
                : new Page<>(
                        rows.subList(0, limit),
                        cursor.apply(rows.get(limit - 1)).text());
    }
}
