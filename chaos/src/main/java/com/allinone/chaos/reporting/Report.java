package com.allinone.chaos.reporting;

import com.allinone.chaos.faults.Outcome;
import com.allinone.chaos.history.Attempt;
import com.allinone.chaos.invariants.Invariant;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a run ends with. */
public record Report(
        long seed,
        Collection<Attempt> attempts,
        List<Outcome> outcomes,
        List<Invariant> invariants,
        long deliveries,
        long messages,
        double seconds) {

    /** 0 only if everything holds. */
    public long violations() {
        return invariants.stream().mapToLong(Invariant::violations).sum();
    }

    public String table() {
        var text = new StringBuilder();
        text.append("%nChaos: seed %d, %d orders, %d faults of %d kinds, %.0f s%n%n"
                .formatted(seed, attempts.size(), done().size(), kinds().size(), seconds));
        text.append("%-44s %6s%n".formatted("fault", "done"));
        kinds().forEach((kind, times) -> text.append("%-44s %6d%n".formatted(kind, times)));
        skipped().forEach((kind, why) -> text.append("%-44s not possible here: %s%n".formatted(kind, why)));
        text.append("%n%-44s %6s%n".formatted("orders", "number"));
        text.append("%-44s %6d%n".formatted("accepted", count(attempt -> attempt.order() != null)));
        text.append("%-44s %6d%n".formatted("refused", count(Attempt::refused)));
        text.append("%-44s %6d%n".formatted("never answered", count(Attempt::unknown)));
        text.append("%-44s %6d%n".formatted("answered after a missing answer", count(this::answeredLate)));
        text.append("%n%-44s %6d%n".formatted("records on Kafka", deliveries));
        text.append("%-44s %6d%n".formatted("messages that they carry", messages));
        text.append("%n%-58s %10s  %s%n".formatted("invariant", "violations", "looked at"));
        for (var invariant : invariants) {
            text.append("%-58s %10d  %s%n".formatted(invariant.name(), invariant.violations(), invariant.looked()));
            invariant.examples().forEach(example -> text.append("    ! %s%n".formatted(example)));
        }
        return text.append("%n%-58s %10d%n".formatted("violations", violations()))
                .toString();
    }

    public JsonNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("violations", violations()).put("seed", seed).put("seconds", seconds);
        json.putObject("orders")
                .put("sent", attempts.size())
                .put("accepted", count(attempt -> attempt.order() != null))
                .put("refused", count(Attempt::refused))
                .put("unknown", count(Attempt::unknown));
        json.putObject("messages").put("deliveries", deliveries).put("distinct", messages);
        json.put("faults", done().size());
        var faults = json.putObject("faultsByKind");
        kinds().forEach(faults::put);
        var skipped = json.putObject("notPossibleHere");
        skipped().forEach(skipped::put);
        var all = json.putArray("invariants");
        for (var invariant : invariants) {
            var each = all.addObject()
                    .put("name", invariant.name())
                    .put("violations", invariant.violations())
                    .put("looked", invariant.looked());
            var examples = each.putArray("examples");
            invariant.examples().forEach(examples::add);
        }
        return json;
    }

    private boolean answeredLate(Attempt attempt) {
        return attempt.everUnsure() && attempt.order() != null;
    }

    private long count(Predicate<Attempt> which) {
        return attempts.stream().filter(which).count();
    }

    private List<Outcome.Done> done() {
        return outcomes.stream()
                .filter(Outcome.Done.class::isInstance)
                .map(Outcome.Done.class::cast)
                .toList();
    }

    private Map<String, Integer> kinds() {
        return done().stream().collect(Collectors.toMap(Outcome::kind, _ -> 1, Integer::sum, TreeMap::new));
    }

    private Map<String, String> skipped() {
        return outcomes.stream()
                .filter(Outcome.Skipped.class::isInstance)
                .map(Outcome.Skipped.class::cast)
                .collect(Collectors.toMap(Outcome.Skipped::kind, Outcome.Skipped::why, (one, _) -> one, TreeMap::new));
    }
}
