package com.allinone.launcher.commands;

import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.sizing.CostCard;
import com.allinone.launcher.sizing.Sizing;
import com.allinone.launcher.sizing.SizingFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How big the platform has to be. */
@Command(
        name = "size",
        description = "Tells how many replicas, partitions, brokers, connections and processors so many orders a second"
                + " take, which profile of terraform/sizes.json that is, and how each number came about.",
        mixinStandardHelpOptions = true,
        footer = {
            "Figures are those of docs/performance.md: measured where everything shared two cores, on the JVM, where an",
            "order cost more than it does at higher rates. So the answer is on the safe side, and no promise.",
            "Ends with 1 when no profile bears it."
        })
public final class SizeCommand implements Callable<Integer> {
    private static final double MOST = 100_000;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--orders-per-second",
            paramLabel = "N",
            defaultValue = "0",
            description = "Accepted orders a second, on the average of a busy hour.")
    double orders;

    @Option(
            names = "--peak",
            paramLabel = "Nx",
            defaultValue = "1x",
            description = "How many times as much the highest minute has, as in 5x (default: 1x).")
    String factor = "";

    @Option(
            names = "--reads-per-order",
            paramLabel = "N",
            defaultValue = "20",
            description = "How often the catalog is asked for each order, past caches (default: 20, assumed).")
    double reads;

    @Option(names = "--cost-card", description = "Print the tables of docs/cost.md instead.")
    boolean card;

    @Override
    public Integer call() {
        var files = SizingFiles.of(Path.of(System.getProperty("shop.checkout", ".")));
        var out = spec.commandLine().getOut();
        if (card) {
            out.print(new CostCard(files).markdown());
            out.flush();
            return ExitCode.OK;
        }
        var peak = checked() * times(factor);
        if (peak > MOST) {
            throw Failure.usage("A peak of %.0f orders a second is more than this arithmetic is good for (%.0f)."
                    .formatted(peak, MOST));
        }
        return print(out, files, new Sizing(files, peak, reads), peak);
    }

    private static int print(PrintWriter out, SizingFiles files, Sizing sizing, double peak) {
        var meant = sizing.profile();
        // Where none is meant for it, what the largest lacks is the answer.
        var name = meant.or(files::largestProfile);
        out.printf(
                "%.0f orders a second at the peak; figures of %s, %s.%n%n",
                peak,
                files.figures().path("measuredOn").asText(),
                files.figures().path("source").asText());
        out.printf(
                "%-20s %7s %9s   %s%n", "", "needed", name.map(n -> n + " has").orElse(""), "because");
        var enough = true;
        for (var need : sizing.needs()) {
            var has = name.flatMap(each -> Sizing.has(files.profiles().path(each), need.what()));
            var missing = has.filter(amount -> amount < need.amount()).isPresent();
            enough &= !missing;
            out.printf(
                    "%-20s %7d %9s   %s%n",
                    need.what(),
                    need.amount(),
                    has.map(amount -> amount + (missing ? " short" : "")).orElse(""),
                    need.arithmetic());
        }
        out.println();
        if (meant.isEmpty()) {
            out.println(
                    "No profile is meant for so much. " + name.orElse("")
                            + ", the largest, is short of what is marked; add one to terraform/sizes.json that has what is needed.");
            return ExitCode.UNTRUE;
        }
        out.println(
                enough
                        ? "Profile " + meant.get() + " bears it."
                        : "Profile " + meant.get()
                                + " is meant for it, and is short of what is marked; enlarge it there.");
        return enough ? ExitCode.OK : ExitCode.UNTRUE;
    }

    private double checked() {
        if (!(orders > 0 && orders <= MOST)) {
            throw Failure.usage("Say how many: --orders-per-second N, above 0 and at most %.0f.".formatted(MOST));
        }
        if (!(reads >= 0 && reads <= 10_000)) {
            throw Failure.usage("--reads-per-order is between 0 and 10000, not %s.".formatted(reads));
        }
        return orders;
    }

    private static double times(String text) {
        try {
            var times = Double.parseDouble(text.endsWith("x") ? text.substring(0, text.length() - 1) : text);
            if (times >= 1 && times <= 1_000) {
                return times;
            }
        } catch (NumberFormatException none) {
            // Said below, for both.
        }
        throw Failure.usage("--peak is a factor between 1x and 1000x, not " + text + ".");
    }
}
