package com.allinone.launcher.delivering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The contracts of what runs beside a service in an environment. */
record Neighbours(Environment environment, Map<String, Contracts> contracts) {
    static Neighbours of(String service, Environment environment, Releases releases, Git git) {
        var found = new TreeMap<String, Contracts>();
        for (var other : releases.services()) {
            var release = releases.now(other, environment);
            if (!other.equals(service) && release.isPresent()) {
                var commit = release.get().commit();
                git.requireCommit(commit, "What runs of %s in %s".formatted(other, environment));
                found.put(other, Contracts.at(git, other, commit));
            }
        }
        return new Neighbours(environment, found);
    }

    /** Why this version of a service and what runs beside it would not understand each other. */
    List<String> misunderstandings(String service, Contracts version) {
        var found = new ArrayList<String>();
        contracts.forEach((other, theirs) -> {
            for (var name : version.unreadableFor(theirs)) {
                found.add("this %s says %s, and %s in %s reads only %s"
                        .formatted(
                                service,
                                Contracts.versions(version.says(), name),
                                other,
                                environment,
                                Contracts.versions(theirs.reads(), name)));
            }
            for (var name : theirs.unreadableFor(version)) {
                found.add("%s in %s says %s, and this %s reads only %s"
                        .formatted(
                                other,
                                environment,
                                Contracts.versions(theirs.says(), name),
                                service,
                                Contracts.versions(version.reads(), name)));
            }
        });
        return found;
    }

    /** Who does not read yet what its version elsewhere reads, of the types that are said from now on. */
    List<String> deaf(Iterable<String> types, Neighbours elsewhere) {
        var found = new ArrayList<String>();
        for (var type : types) {
            contracts.forEach((other, theirs) -> {
                var there = elsewhere.contracts().get(other);
                if (there != null
                        && there.reads().contains(type)
                        && !theirs.reads().contains(type)) {
                    found.add("it says %s, which %s reads in %s and not yet in %s: promote %s first"
                            .formatted(type, other, elsewhere.environment(), environment, other));
                }
            });
        }
        return found;
    }

    /** The types that are said here to a service and that it would no longer read: they would be parked. */
    TreeSet<String> parked(Contracts now, Contracts then) {
        var found = new TreeSet<String>();
        contracts
                .values()
                .forEach(theirs -> theirs.says().stream()
                        .filter(type ->
                                now.reads().contains(type) && !then.reads().contains(type))
                        .forEach(found::add));
        return found;
    }
}
