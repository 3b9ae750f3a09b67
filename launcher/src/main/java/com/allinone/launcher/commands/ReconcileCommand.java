package com.allinone.launcher.commands;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.demo.DemoUser;
import com.allinone.launcher.demo.Reconciliation;
import com.allinone.launcher.demo.SignIn;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.running.Progress;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares all books; 0 when they agree, 3 when they differ. */
@Command(
        name = "reconcile",
        description =
                "Compares orders with reservations, payments, ledger and payment provider, and prints what differs.",
        mixinStandardHelpOptions = true,
        footer = {
            "What differs is looked at again after the quiet time and counts when it still differs, so a round that finds",
            "something takes longer than a clean one. What is marked RESENT was asked for again and may be gone next time;",
            "what is marked PERSON has to be settled by somebody.",
            "Ends with 0 when nothing differs, 3 when something does, 4 when a service does not answer, 7 when it was not",
            "finished in time."
        })
public final class ReconcileCommand implements Callable<Integer> {
    @Mixin
    ShopOptions options;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--full",
            description = "Look at everything, not only at what was placed since the last clean round and what waits.")
    boolean full;

    @Option(
            names = "--patience",
            paramLabel = "DURATION",
            defaultValue = "PT15M",
            description = "How long to wait, ISO 8601 (default: PT15M).")
    Duration patience = Duration.ZERO;

    @Option(names = "--json", description = "Print one JSON object at the end, and nothing before.")
    boolean json;

    @Override
    public Integer call() {
        var shop = JsonCalls.to(options.ports().origin());
        var reconciliation = new Reconciliation(shop.as(new SignIn(shop).token(DemoUser.OPERATOR)));
        try {
            return result(reconciliation);
        } catch (IOException nobodyThere) {
            throw Failure.part("The shop does not answer; ./shop status tells which part is down.");
        }
    }

    private int result(Reconciliation reconciliation) throws IOException {
        var out = spec.commandLine().getOut();
        var progress = new Progress(out);
        var id = reconciliation.begin(full);
        var round = reconciliation.watch(id, patience, now -> {
            if (!json) {
                progress.part("reconcile", progress(now));
            }
        });
        if (json) {
            out.println(round);
        } else {
            table(out, round);
        }
        if (round.path("state").asText().equals("GIVEN_UP")) {
            throw Failure.part("Inventory or payment did not answer, so not all books were compared.");
        }
        return round.path("differences").asLong() == 0 ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    private static String progress(JsonNode round) {
        return "%d orders compared, %d ranges being looked at, %d differences"
                .formatted(
                        round.path("orders").asLong(),
                        round.path("openRanges").asLong(),
                        round.path("differences").asLong());
    }

    private static void table(PrintWriter out, JsonNode round) {
        round.path("byKind")
                .properties()
                .forEach(kind -> out.printf("%8d  %s%n", kind.getValue().asLong(), kind.getKey()));
        for (var found : round.path("first")) {
            out.printf(
                    "%-6s  %-32s %s%n        %s%n",
                    found.path("repair").asText(),
                    found.path("kind").asText(),
                    found.path("subject").asText(),
                    found.path("explanation").asText());
        }
        if (round.path("withoutProvider").asLong() > 0) {
            out.println("The provider's list could not be read everywhere; there only our own books were compared.");
        }
        out.printf(
                "%d orders compared, %d too lively to compare, %d differences%n",
                round.path("orders").asLong(),
                round.path("unsettled").asLong(),
                round.path("differences").asLong());
    }
}
