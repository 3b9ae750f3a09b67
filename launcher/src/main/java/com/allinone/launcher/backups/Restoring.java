package com.allinone.launcher.backups;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.parts.Jaeger;
import com.allinone.launcher.parts.Kafka;
import com.allinone.launcher.parts.Part;
import com.allinone.launcher.parts.Parts;
import com.allinone.launcher.parts.Postgres;
import com.allinone.launcher.parts.Service;
import com.allinone.launcher.parts.Simulator;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.parts.Zipkin;
import com.allinone.launcher.processes.Processes;
import com.allinone.launcher.running.Progress;
import com.allinone.launcher.running.Shutdown;
import com.allinone.launcher.running.Startup;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Brings a whole shop back to a moment: its databases to that moment, Kafka to nothing, the provider to what our books
 * say. docs/decisions/2026-11-22-a-restore-empties-kafka.md tells why in this order.
 */
public final class Restoring {
    /** The world outside, which is not ours to rewind, and what only looks on. */
    private static final Set<String> OUTSIDE = Set.of(Simulator.NAME, Zipkin.NAME, Jaeger.NAME);

    private final Site site;
    private final Parts parts;
    private final Postgres postgres;
    private final Progress progress;
    private final Rewind rewind;

    public Restoring(Site site, Progress progress) {
        this.site = site;
        this.parts = Parts.of(site);
        this.postgres = new Postgres(site);
        this.progress = progress;
        this.rewind = new Rewind(site.home(), postgres, progress);
    }

    /**
     * Restores, and starts everything again.
     *
     * @param unheard how long before the moment a message may have been said that somebody had not heard by then
     */
    public void to(Backup backup, Instant moment, Duration unheard) {
        stopWorking();
        endLog(moment);
        stop(List.of(postgres));
        rewind.to(backup, moment);
        progress.part("restore", "the databases are as of " + moment + "; what was is in " + rewind.before());
        new Kafka(site).empty();
        progress.part("restore", "Kafka is empty");
        forgetStocking(site.home(), moment);
        new Startup(site.home(), progress).start(List.of(parts.named(Simulator.NAME)));
        settle(moment);
        sayAgain(moment, unheard);
        new Startup(site.home(), progress).start(parts.all());
    }

    /** Has the provider give back what nobody will ever ask for again; may be repeated. Returns how many. */
    public int settle(Instant moment) {
        try (var payments = postgres.connect("payment")) {
            var charges = new LostCharges(Simulator.calls(site), payments, moment);
            var lost = charges.find();
            var settled = charges.settle(lost, progress::line);
            progress.part(
                    "restore",
                    "%d intents at the provider that no payment asks for; %d given back or closed"
                            .formatted(lost.size(), settled));
            return settled;
        } catch (SQLException | IOException failed) {
            throw Failure.part(("What the provider did since %s could not be settled: %s. The databases are restored;"
                            + " repeat the restore.")
                    .formatted(moment, failed.getMessage()));
        }
    }

    private void stopWorking() {
        stop(Parts.everyKind(site).inStoppingOrder().stream()
                .filter(part -> !OUTSIDE.contains(part.name()))
                .filter(part -> !part.name().equals(postgres.name()))
                .toList());
    }

    /** While nobody works any more: who is to be told, and a commit for the recovery to stop at. */
    private void endLog(Instant moment) {
        if (!Files.exists(postgres.data().resolve("PG_VERSION"))) {
            progress.part("restore", "there is no database any more; what was not archived is lost");
            return;
        }
        try {
            new Startup(site.home(), progress).start(List.of(postgres));
            var list = site.home()
                    .backups()
                    .resolve("lost-orders-" + moment.toString().replace(':', '-') + ".csv");
            var lost = new LostOrders(postgres).list(moment, list);
            progress.part("restore", lost + " orders were placed later and will be gone: " + list);
            rewind.mark();
        } catch (Failure broken) {
            progress.part("restore", "the old database does not start; what it had not archived is lost");
        } catch (SQLException failed) {
            throw Failure.part("The log cannot be finished: %s.".formatted(failed.getMessage()));
        }
    }

    private void sayAgain(Instant moment, Duration unheard) {
        var again = new SaidAgain(postgres);
        var count = 0;
        for (var service : Service.NAMES) {
            count += again.of(service, moment.minus(unheard), "Restored to " + moment);
        }
        progress.part("restore", count + " messages are published again");
    }

    /** What the launcher itself remembers of the shelves. */
    private static void forgetStocking(ShopHome home, Instant moment) {
        var stocked = home.data("stocked-products");
        try {
            if (Files.exists(stocked)
                    && Files.getLastModifiedTime(stocked).toInstant().isAfter(moment)) {
                Files.delete(stocked);
            }
        } catch (IOException failed) {
            throw Failure.machine("Cannot delete %s: %s.".formatted(stocked, failed.getMessage()));
        }
    }

    private void stop(List<? extends Part> some) {
        new Shutdown(new Processes(site.home()), progress).stop(List.copyOf(some));
    }
}
