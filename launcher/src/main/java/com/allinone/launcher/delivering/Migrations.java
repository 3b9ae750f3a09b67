package com.allinone.launcher.delivering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The migrations that a service's code brings at a commit, its own and those of the modules it shares, by path. The rule for
 * them is in {@code .ci/migrations/expand_contract.py}, and CI holds every commit against it. What CI cannot know is which
 * version an environment runs now: a contraction is only safe there when what it contracts was there already.
 */
record Migrations(Map<String, Migration> byPath) {
    private static final List<String> SHARED = List.of("http", "messaging");
    private static final String FOLDER = "/src/main/resources/db";
    private static final Pattern VERSION = Pattern.compile("V(\\d+(?:[._]\\d+)*)__\\w+\\.sql");
    private static final Pattern CONTRACT = Pattern.compile("--\\s*contract of V(\\d+(?:[._]\\d+)*):");

    /**
     * One file.
     *
     * @param content the name that Git gives its content
     * @param contracts the versions whose superfluous half it takes away
     */
    record Migration(String path, String version, String content, Set<String> contracts) {
        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        String folder() {
            return path.substring(0, path.lastIndexOf('/'));
        }
    }

    Migrations {
        byPath = Map.copyOf(byPath);
    }

    static Migrations none() {
        return new Migrations(Map.of());
    }

    static Migrations at(Git git, String service, String commit) {
        var modules = new ArrayList<>(SHARED);
        modules.add(service);
        var found = new TreeMap<String, Migration>();
        for (var module : modules) {
            for (var line : git.tree(commit, module + FOLDER)) {
                var path = line.substring(line.indexOf('\t') + 1);
                var version = VERSION.matcher(path.substring(path.lastIndexOf('/') + 1));
                if (version.matches()) {
                    var content = line.substring(0, line.indexOf('\t')).split(" ", 3)[2];
                    found.put(path, new Migration(path, version.group(1), content, contracts(git, commit, path)));
                }
            }
        }
        return new Migrations(found);
    }

    private static Set<String> contracts(Git git, String commit, String path) {
        return CONTRACT.matcher(git.content(commit, path).orElse(""))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those that are here and not there, in the order of their paths. */
    List<Migration> beyond(Migrations others) {
        return byPath.values().stream()
                .filter(migration -> !others.byPath().containsKey(migration.path()))
                .sorted((one, other) -> one.path().compareTo(other.path()))
                .toList();
    }

    /** Those that are in both and differ: the database remembers what it was given and refuses another. */
    List<Migration> changedSince(Migrations others) {
        return byPath.values().stream()
                .filter(migration -> others.byPath().containsKey(migration.path())
                        && !others.byPath().get(migration.path()).content().equals(migration.content()))
                .sorted((one, other) -> one.path().compareTo(other.path()))
                .toList();
    }

    boolean has(String folder, String version) {
        return byPath.values().stream()
                .anyMatch(migration ->
                        migration.folder().equals(folder) && migration.version().equals(version));
    }
}
