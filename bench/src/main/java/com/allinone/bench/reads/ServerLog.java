package com.allinone.bench.reads;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL writes of the statements that it executes, with {@code log_statement = 'all'}. */
final class ServerLog {
    /** The launcher's {@code log_line_prefix}: time, process, database. */
    private static final String PREFIX = "(?m)^\\S+ \\S+ \\S+ \\[(\\d+)\\] (\\S*) ";

    private static final Pattern EXECUTED = Pattern.compile(
            PREFIX
                    + "LOG:  execute [^:]*: (.*(?:\\n\\t.*)*)(?:\\n\\S+ \\S+ \\S+ \\[\\1\\] \\2 DETAIL:  (?i:parameters): (.*))?");

    private static final Pattern BOUND = Pattern.compile("\\$(\\d+) = ('(?:[^']|'')*'|NULL)");
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");

    private ServerLog() {}

    /** The last statement in that database that holds these words, with what was bound to it written out. */
    static Optional<String> lastStatement(String log, String database, String words) {
        return EXECUTED.matcher(log)
                .results()
                .filter(found -> found.group(2).equals(database))
                .filter(found -> found.group(3).contains(words))
                .map(found -> bound(
                        found.group(3).replace("\n\t", "\n"),
                        Optional.ofNullable(found.group(4)).orElse("")))
                .reduce((earlier, later) -> later);
    }

    private static String bound(String statement, String parameters) {
        Map<String, String> values = new HashMap<>();
        BOUND.matcher(parameters).results().forEach(each -> values.put(each.group(1), each.group(2)));
        return PLACE.matcher(statement)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }
}
