package com.allinone.http.paging;

import com.allinone.http.problems.Problems;

/** How many rows a page may have. */
public final class Limit {

    public static final String DEFAULT = "20";
    private static final int MOST = 100;

    private Limit() {}

    /**
     * The limit, if it may be asked for.
     *
     * @throws com.allinone.http.problems.Problem 400 unless it is from 1 to 100
     */
    public static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problems.invalidParameter("limit", "must be from 1 to " + MOST + ", not " + limit);
        }
        return limit;
    }
}
