package com.allinone.launcher.commands;

import com.allinone.launcher.backups.Backup;
import com.allinone.launcher.backups.Backups;
import com.allinone.launcher.backups.Restoring;
import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.demo.DemoUser;
import com.allinone.launcher.demo.Reconciliation;
import com.allinone.launcher.demo.SignIn;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.processes.UpLock;
import com.allinone.launcher.running.Progress;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The shop as it was at a moment, with everybody outside told. */
@Command(
        name = "restore",
        description =
                "Brings all databases back to a moment, empties Kafka, has the payment provider give back what was"
                        + " charged for what is forgotten, publishes again what somebody may not have heard, starts everything and"
                        + " compares all books.",
        mixinStandardHelpOptions = true,
        footer = {
            "It needs a ./shop backup that ended before the moment. Orders placed later are gone and refunded; they are",
            "listed in DIR/backup/lost-orders-TIME.csv. The databases as they were are kept in DIR/backup/before-restore",
            "until the next restore. When the databases cannot be restored, everything is as it was, but stopped.",
            "Ends with 0 when all books agree, 1 when that moment cannot be restored, 3 when books differ, 4 when a part",
            "does not start."
        })
public final class RestoreCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration BOOKS = Duration.ofMinutes(15);
    private static final Duration LONGEST_UNHEARD = Duration.ofDays(3);

    @Mixin
    ShopOptions options;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            required = true,
            description = "The moment, e.g. 2026-11-21T09:00:00Z or 2026-11-21T18:00:00+09:00.")
    String at = "";

    @Option(
            names = "--unheard",
            paramLabel = "DURATION",
            defaultValue = "PT1H",
            description = "Publish again what was said since so long before the moment: longer than any consumer was"
                    + " behind then, at most P3D (default: PT1H).")
    Duration unheard = Duration.ZERO;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the service that the key begins with, as in up.")
    Map<String, String> settings = Map.of();

    @Option(names = "--door", paramLabel = "URL", description = "The door before the ingress, as in up.")
    Optional<URI> door = Optional.empty();

    @Override
    public Integer call() {
        var moment = moment(at);
        if (unheard.isNegative() || unheard.compareTo(LONGEST_UNHEARD) > 0) {
            throw Failure.usage("--unheard is between PT0S and P3D, not " + unheard + ".");
        }
        var site = options.site(settings, door);
        site.home().requireFreeSpace();
        var backup = backup(new Backups(site.home().backups()), moment);
        var progress = new Progress(spec.commandLine().getOut());
        try (var _ = UpLock.takeOver(site.home(), PATIENCE)) {
            var restoring = new Restoring(site, progress);
            restoring.to(backup, moment, unheard);
            return compare(site, restoring, moment, progress);
        }
    }

    private Backup backup(Backups backups, Instant moment) {
        if (moment.isAfter(Clock.systemUTC().instant())) {
            throw Failure.usage("%s has not come yet.".formatted(moment));
        }
        return backups.before(moment)
                .orElseThrow(() -> Failure.untrue(
                        backups.all().isEmpty()
                                ? "There is no backup; %s makes one, for moments that come after it."
                                        .formatted(options.again("backup"))
                                : "No backup leads to %s; the oldest one leads to moments from %s on."
                                        .formatted(
                                                moment, backups.all().getLast().endedAt())));
    }

    /** Payments that were open at the moment may be declined only now, and what was taken for them is given back then. */
    private int compare(Site site, Restoring restoring, Instant moment, Progress progress) {
        var books = books(site, progress);
        if (restoring.settle(moment) > 0) {
            books = books(site, progress);
        }
        var differences = books.path("differences").asLong();
        progress.line(
                differences == 0
                        ? "The shop is as of %s, and all books agree.".formatted(moment)
                        : "The shop is as of %s, and %d books differ; what is to be done is in docs/operations.md, and %s --full looks again."
                                .formatted(moment, differences, options.again("reconcile")));
        return differences == 0 ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    private static JsonNode books(Site site, Progress progress) {
        var shop = JsonCalls.to(site.ports().origin());
        var reconciliation = new Reconciliation(shop.as(new SignIn(shop).token(DemoUser.OPERATOR)));
        try {
            var round = reconciliation.watch(reconciliation.begin(true), BOOKS, now -> {});
            for (var found : round.path("first")) {
                progress.part(
                        found.path("repair").asText(),
                        "%s %s: %s"
                                .formatted(
                                        found.path("kind").asText(),
                                        found.path("subject").asText(),
                                        found.path("explanation").asText()));
            }
            progress.part(
                    "reconcile",
                    "%d orders compared, %d differences"
                            .formatted(
                                    round.path("orders").asLong(),
                                    round.path("differences").asLong()));
            return round;
        } catch (IOException nobodyThere) {
            throw Failure.part("The shop does not answer; ./shop status tells which part is down.");
        }
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Failure.usage("--at is a time like 2026-11-21T09:00:00Z, not " + text + ".");
        }
    }
}
