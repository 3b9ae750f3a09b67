package com.allinone.launcher.delivering;

import com.allinone.launcher.home.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The way back to an image that ran in an environment before, and why it is barred. */
record Return(
        String service,
        Environment environment,
        Release now,
        Release then,
        List<Migrations.Migration> staying,
        Set<String> parked,
        List<String> objections) {
    Return {
        staying = List.copyOf(staying);
        parked = new TreeSet<>(parked);
        objections = List.copyOf(objections);
    }

    /**
     * To what ran before.
     *
     * @param beginning of the digest to go back to; empty for the one right before
     */
    static Return of(String service, Environment environment, String beginning, Releases releases, Git git) {
        var now = releases.now(service, environment)
                .orElseThrow(() -> Failure.untrue("%s was never released in %s, so there is nothing to go back from."
                        .formatted(service, environment)));
        var wanted = beginning.startsWith("sha256:") ? beginning : "sha256:" + beginning;
        var earlier = beginning.isEmpty() ? releases.before(service, environment) : releases.ever(service, environment);
        var then = earlier.stream()
                .filter(release -> !release.digest().equals(now.digest()))
                .filter(release -> release.digest().startsWith(wanted))
                .findFirst()
                .orElseThrow(() -> Failure.untrue(tooShort(service, environment, beginning, now, git)));
        git.requireCommit(now.commit(), "What runs of %s in %s".formatted(service, environment));
        git.requireCommit(then.commit(), "What ran of %s in %s before".formatted(service, environment));
        var after = Migrations.at(git, service, now.commit());
        var before = Migrations.at(git, service, then.commit());
        var staying = after.beyond(before);
        var objections = new ArrayList<String>();
        for (var migration : staying) {
            for (var contracted : new TreeSet<>(migration.contracts())) {
                if (!before.has(migration.folder(), contracted)) {
                    objections.add(("%s has taken away what the version before V%s uses: the database does not go back;"
                                    + " repair forward, or restore it to a time before")
                            .formatted(migration.name(), contracted));
                }
            }
        }
        var neighbours = Neighbours.of(service, environment, releases, git);
        var version = Contracts.at(git, service, then.commit());
        objections.addAll(neighbours.misunderstandings(service, version));
        var parked = neighbours.parked(Contracts.at(git, service, now.commit()), version);
        return new Return(service, environment, now, then, staying, parked, objections);
    }

    private static String tooShort(String service, Environment environment, String beginning, Release now, Git git) {
        var known = git.shallow() ? " This clone's history is cut short: git fetch --unshallow." : "";
        if (!beginning.isEmpty()) {
            return "No image of %s that ran in %s before %s begins with %s.%s"
                    .formatted(service, environment, now.brief(), beginning, known);
        }
        return "%s is the first image of %s in %s; there is none to go back to.%s"
                .formatted(now.brief(), service, environment, known);
    }

    /** What happens to the database and to messages, one sentence a line. */
    List<String> consequences() {
        var told = new ArrayList<String>();
        if (staying.isEmpty()) {
            told.add("The database is what the older version knows; nothing happens to it.");
        } else {
            told.add("The database does not go back. %d migrations stay, and the older version can live with them: %s."
                    .formatted(
                            staying.size(),
                            staying.stream().map(Migrations.Migration::name).collect(Collectors.joining(", "))));
        }
        if (!parked.isEmpty()) {
            told.add(
                    "The older version does not read %s: such messages are parked until a newer one returns and redrives them."
                            .formatted(String.join(", ", parked)));
        }
        return told;
    }

    String message() {
        return "Roll %s back in %s: %s\n\n%s gave way to the image of commit %s, which ran here before.\n%s\n"
                .formatted(
                        service,
                        environment,
                        then.brief(),
                        now.brief(),
                        then.commit(),
                        String.join("\n", consequences()));
    }
}
