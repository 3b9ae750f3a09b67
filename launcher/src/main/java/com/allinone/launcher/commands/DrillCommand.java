package com.allinone.launcher.commands;

import com.allinone.launcher.drilling.Drills;
import com.allinone.launcher.drilling.Practice;
import com.allinone.launcher.drilling.Watcher;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Service;
import com.allinone.launcher.processes.Processes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Causes what an alert is for, on the running shop, and shows that it fires and clears. */
@Command(
        name = "drill",
        description = "Causes what an alert is for on the running shop, does what its runbook says, and shows by a real"
                + " Prometheus that the alert fires and clears.",
        mixinStandardHelpOptions = true,
        footer = {
            "It disturbs this shop: parts stand still for a minute or two, and orders are placed. Ctrl-C repairs.",
            "Ends with 0 when every alert fired and cleared, 7 when one did not in time."
        })
public final class DrillCommand implements Callable<Integer> {
    @Mixin
    ShopOptions options;

    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "ALERT",
            arity = "1..*",
            description = "parked-message, provider-breaker-open, service-down, outbox-lag, stuck-saga, refund-failed,"
                    + " reconciliation-drift, ledger-off, or all.")
    List<String> names = List.of();

    @Option(
            names = "--patience",
            paramLabel = "DURATION",
            defaultValue = "PT5M",
            description = "How long an alert may take to fire, and to clear, ISO 8601 (default: PT5M).")
    Duration patience = Duration.ZERO;

    @Override
    public Integer call() throws IOException {
        var wanted = names.equals(List.of("all")) ? Drills.NAMES : names;
        for (var name : wanted) {
            if (!Drills.NAMES.contains(name)) {
                throw Failure.usage(
                        "There is no drill %s; there are %s.".formatted(name, String.join(", ", Drills.NAMES)));
            }
        }
        var site = options.site();
        if (new Processes(site.home()).find("kafka").isEmpty()) {
            throw Failure.part("The shop does not run; start it with ./shop up --detach first.");
        }
        var out = spec.commandLine().getOut();
        var took = new ArrayList<Duration>();
        try (var watcher = Watcher.start(site)) {
            var practice = new Practice(watcher, Service.NAMES.size(), patience, line -> {
                out.println(line);
                out.flush();
            });
            for (var name : wanted) {
                out.printf("%n== %s%n", name);
                took.add(practice.run(Drills.on(site, Clock.systemUTC()).named(name)));
            }
        }
        var mean = took.stream().mapToLong(Duration::toMillis).average().orElse(0) / 1000.0;
        out.printf("%n%d drills, from cause to cleared %.0f s in the mean%n", took.size(), mean);
        return ExitCode.OK;
    }
}
