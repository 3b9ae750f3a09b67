package com.allinone.http.versions;

import com.allinone.http.problems.Problem;
import com.allinone.http.problems.Problems;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as strong ETags: {@code "7"}. */
public final class Versions {

    private static final Pattern ETAG = Pattern.compile("\"([0-9]{1,18})\"");

    private Versions() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that the caller has seen.
     *
     * @throws Problem 428 when the header is missing, 400 when it is no ETag of ours
     */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(
                    428,
                    "if-match-required",
                    "Send If-Match with the ETag that you read, so that nobody's change is lost");
        }
        Matcher match = ETAG.matcher(ifMatch.strip());
        if (!match.matches()) {
            throw Problems.invalidParameter("If-Match", "must be an ETag of this shop, as in \"7\"");
        }
        return Long.parseLong(match.group(1));
    }

    /** The refusal of a version that is no longer the newest. */
    public static Problem stale(long seen, long current) {
        return Problem.of(
                        412,
                        "stale-version",
                        "It was changed since you read it: you have version " + seen + ", the newest is " + current
                                + ". Read it again, then send your change")
                .with("seen", seen)
                .with("current", current);
    }

    /** Whether If-None-Match names the version, so that 304 may be answered. */
    public static boolean unchanged(@Nullable String ifNoneMatch, long version) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String etag = candidate.strip().replaceFirst("^W/", "");
            if (etag.equals("*") || etag.equals(etag(version))) {
                return true;
            }
        }
        return false;
    }
}
