package com.allinone.launcher.delivering;

import com.allinone.launcher.home.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What would come into an environment with an image from the one before, and why it must not.
 *
 * @param replaces a sentence about what runs there now; empty where nothing does
 */
record Promotion(
        String service,
        Environment from,
        Environment to,
        Release release,
        String replaces,
        List<Migrations.Migration> migrations,
        List<String> objections) {
    Promotion {
        migrations = List.copyOf(migrations);
        objections = List.copyOf(objections);
    }

    static Promotion of(String service, Environment from, Environment to, Releases releases, Git git) {
        var release = releases.now(service, from)
                .orElseThrow(() -> Failure.untrue(
                        "%s was never released in %s, so there is no image to promote.".formatted(service, from)));
        git.requireCommit(release.commit(), "What runs of %s in %s".formatted(service, from));
        var after = Migrations.at(git, service, release.commit());
        var version = Contracts.at(git, service, release.commit());
        var replaced = releases.now(service, to);
        if (replaced.isEmpty()) {
            var objections = contractObjections(service, from, to, version, Contracts.none(), releases, git);
            return new Promotion(service, from, to, release, "", after.beyond(Migrations.none()), objections);
        }
        var there = replaced.get();
        requireForward(service, from, to, release, there, git);
        var before = Migrations.at(git, service, there.commit());
        var objections = new ArrayList<>(migrationObjections(before, after, to));
        var old = Contracts.at(git, service, there.commit());
        objections.addAll(contractObjections(service, from, to, version, old, releases, git));
        var replaces = "It replaces %s of commit %s.\n".formatted(there.brief(), there.commit());
        return new Promotion(service, from, to, release, replaces, after.beyond(before), objections);
    }

    private static void requireForward(
            String service, Environment from, Environment to, Release release, Release there, Git git) {
        if (there.digest().equals(release.digest())) {
            throw Failure.untrue(
                    "%s runs %s of %s already; there is nothing to do.".formatted(to, release.brief(), service));
        }
        git.requireCommit(there.commit(), "What runs of %s in %s".formatted(service, to));
        if (!git.leadsTo(there.commit(), release.commit())) {
            throw Failure.untrue(
                    "What %s runs of %s is no older than what %s does; to go back there is ./shop rollback."
                            .formatted(to, service, from));
        }
    }

    private static List<String> migrationObjections(Migrations before, Migrations after, Environment to) {
        var found = new ArrayList<String>();
        after.changedSince(before)
                .forEach(migration -> found.add("%s was changed after %s had it".formatted(migration.path(), to)));
        before.beyond(after)
                .forEach(migration -> found.add("%s, which %s has, is gone".formatted(migration.path(), to)));
        for (var migration : after.beyond(before)) {
            for (var contracted : new TreeSet<>(migration.contracts())) {
                if (!before.has(migration.folder(), contracted)) {
                    found.add(
                            ("%s takes away what V%s made superfluous, and %s runs a version from before V%s that uses it:"
                                            + " promote a version between the two first")
                                    .formatted(migration.name(), contracted, to, contracted));
                }
            }
        }
        return found;
    }

    private static List<String> contractObjections(
            String service,
            Environment from,
            Environment to,
            Contracts version,
            Contracts old,
            Releases releases,
            Git git) {
        var there = Neighbours.of(service, to, releases, git);
        var found = new ArrayList<>(there.misunderstandings(service, version));
        var said = new TreeSet<>(version.says());
        said.removeAll(old.says());
        found.addAll(there.deaf(said, Neighbours.of(service, from, releases, git)));
        return found;
    }

    String message() {
        return "Promote %s to %s: %s\n\nThe image of commit %s, as it runs in %s.\n%s%s\n"
                .formatted(service, to, release.brief(), release.commit(), from, replaces, database());
    }

    private String database() {
        if (migrations.isEmpty()) {
            return "The database stays as it is.";
        }
        if (replaces.isEmpty()) {
            return "It is the first there, so its database gets all %d migrations.".formatted(migrations.size());
        }
        return "The database gets %d migrations that the version before can live with: %s."
                .formatted(
                        migrations.size(),
                        migrations.stream().map(Migrations.Migration::name).collect(Collectors.joining(", ")));
    }
}
