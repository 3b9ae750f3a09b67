package com.allinone.identity.profiles;

import com.allinone.http.problems.Problems;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids in paths. */
final class Ids {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

    private Ids() {}

    /**
     * The id; Java's own parser would accept shortened ones.
     *
     * @throws com.allinone.http.problems.Problem 400 when it is no UUID
     */
    static UUID uuid(String parameter, String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw Problems.invalidParameter(parameter, "must be a UUID");
        }
        return UUID.fromString(text);
    }
}
