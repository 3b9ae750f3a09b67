package com.allinone.chaos.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** The table of who fails with whom. */
public record IsolationReport(List<Row> rows) {
    public long violations() {
        var late = rows.stream()
                .filter(row -> Double.isInfinite(row.drainedSeconds()))
                .count();
        return late + rows.stream().mapToLong(Row::undeserved).sum();
    }

    public String table() {
        var text = new StringBuilder("%n%-14s".formatted("dead"));
        Journey.all().forEach(journey -> text.append("%14s".formatted(journey.title())));
        text.append("%24s%n".formatted("restart to drained"));
        for (var row : rows) {
            text.append("%-14s".formatted(row.dead().isEmpty() ? "nobody" : row.dead()));
            for (var journey : Journey.all()) {
                var share = share(row, journey);
                text.append("%13.1f%%".formatted(share.percent()));
            }
            text.append("%24s%n".formatted(row.drainedSeconds() < 0 ? "" : "%.1f s".formatted(row.drainedSeconds())));
        }
        return text.append("%nJourneys begun: %d; failed though their own service lived: %d%n"
                        .formatted(
                                begun(),
                                rows.stream().mapToLong(Row::undeserved).sum()))
                .toString();
    }

    public JsonNode json() {
        var json = JsonNodeFactory.instance.objectNode().put("violations", violations());
        var all = json.putArray("rows");
        for (var row : rows) {
            var each = all.addObject().put("dead", row.dead()).put("drainedSeconds", row.drainedSeconds());
            var journeys = each.putObject("journeys");
            row.journeys()
                    .forEach((journey, share) -> journeys.putObject(journey.title())
                            .put("begun", share.begun())
                            .put("failed", share.failed()));
        }
        return json;
    }

    private long begun() {
        return rows.stream()
                .flatMap(row -> row.journeys().values().stream())
                .mapToLong(Row.Share::begun)
                .sum();
    }

    private static Row.Share share(Row row, Journey journey) {
        return row.journeys().getOrDefault(journey, new Row.Share(0, 0));
    }
}
