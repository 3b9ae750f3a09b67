package com.allinone.bench.reads;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How PostgreSQL answers a statement.
 *
 * @param statement with what was bound to it written out
 * @param lines of EXPLAIN (ANALYZE), without costs and times
 */
record Explained(String statement, List<String> lines) {
    private static final int LONGEST = 400;
    private static final int WIDEST = 150;

    Explained {
        lines = List.copyOf(lines);
    }

    /** The same, with blanks and what is too long left out. */
    Explained shortened() {
        return new Explained(
                cut(statement.replaceAll("\\s+", " ").strip(), LONGEST),
                lines.stream().map(line -> cut(line, WIDEST)).toList());
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + " …";
    }

    /** For people. */
    String text() {
        return statement + "\n" + lines.stream().map(line -> "  " + line).collect(Collectors.joining("\n"));
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode().put("statement", statement);
        lines.forEach(json.putArray("plan")::add);
        return json;
    }
}
