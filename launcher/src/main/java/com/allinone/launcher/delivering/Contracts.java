package com.allinone.launcher.delivering;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which messages a service says and reads at a commit. It says those that have a schema in its folder of contracts/, and reads
 * those of others whose type its code names, versions and all, as in {@code "stock.reserved.v1"}.
 */
record Contracts(Set<String> says, Set<String> reads) {
    private static final String FOLDER = "contracts/src/main/resources/contracts/";
    private static final Pattern SCHEMA = Pattern.compile(FOLDER + "([a-z-]+)/([a-z_.]+\\.v\\d+)\\.schema\\.json");
    private static final String TYPE = "\"[a-z]+(\\.[a-z_]+)+\\.v[0-9]+\"";

    Contracts {
        says = Set.copyOf(says);
        reads = Set.copyOf(reads);
    }

    static Contracts none() {
        return new Contracts(Set.of(), Set.of());
    }

    static Contracts at(Git git, String service, String commit) {
        var publishers = publishers(git, commit);
        var named = git.matches(TYPE, commit, service + "/src/main/java").stream()
                .map(literal -> literal.substring(1, literal.length() - 1))
                .collect(Collectors.toSet());
        var says = new TreeSet<String>();
        var reads = new TreeSet<String>();
        publishers.forEach((type, publisher) -> {
            if (publisher.equals(service)) {
                says.add(type);
            } else if (named.contains(type)) {
                reads.add(type);
            }
        });
        return new Contracts(says, reads);
    }

    private static Map<String, String> publishers(Git git, String commit) {
        var found = new TreeMap<String, String>();
        for (var line : git.tree(commit, FOLDER)) {
            var schema = SCHEMA.matcher(line.substring(line.indexOf('\t') + 1));
            if (schema.matches()) {
                found.put(schema.group(2), schema.group(1));
            }
        }
        return found;
    }

    /** The messages, without version, that this service says and the other reads while they share no version of them. */
    Set<String> unreadableFor(Contracts reader) {
        return names(says).stream()
                .filter(name -> !versions(reader.reads, name).isEmpty())
                .filter(name -> versions(says, name).stream().noneMatch(reader.reads::contains))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every version of a message among these types. */
    static Set<String> versions(Set<String> types, String name) {
        return types.stream().filter(type -> name(type).equals(name)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Set<String> types) {
        return types.stream().map(Contracts::name).collect(Collectors.toSet());
    }

    private static String name(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }
}
