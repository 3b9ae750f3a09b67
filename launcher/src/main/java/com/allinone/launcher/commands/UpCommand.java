package com.allinone.launcher.commands;

import com.allinone.launcher.building.Build;
import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.demo.Stocking;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Parts;
import com.allinone.launcher.parts.Service;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.processes.Processes;
import com.allinone.launcher.processes.UpLock;
import com.allinone.launcher.running.Progress;
import com.allinone.launcher.running.Shutdown;
import com.allinone.launcher.running.Startup;
import com.allinone.launcher.running.Watch;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds what is missing or stale, starts what does not run yet, and stays until Ctrl-C. */
@Command(
        name = "up",
        description = "Builds what is missing or stale, starts every part, and stops them all on Ctrl-C;"
                + " or starts only those that are named.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
    private static final List<String> WANTED = Stream.concat(Service.NAMES.stream(), Stream.of("provider-simulator"))
            .toList();
    private static final List<String> STOCKING_NEEDS = List.of("catalog", "inventory", "order");

    @Mixin
    ShopOptions options;

    @Spec
    CommandSpec spec;

    @Option(
            names = {"-d", "--detach"},
            description = "Return when everything is ready and leave it running; ./shop down stops it.")
    boolean detach;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the service that the key begins with, e.g. order.fulfilment.deadline=PT20S.")
    Map<String, String> settings = Map.of();

    @Option(
            names = "--door",
            paramLabel = "URL",
            description = "Where people reach this shop when another door stands before its ingress; tokens name it.")
    Optional<URI> door = Optional.empty();

    @Option(names = "--no-build", description = "Start what is built, even if sources are newer.")
    boolean noBuild;

    @Parameters(paramLabel = "PART", description = "Start only these parts and return; the others stay as they are.")
    List<String> names = List.of();

    @Override
    public Integer call() throws InterruptedException {
        requireServiceKeys();
        var site = options.site(settings, door);
        site.home().requireFreeSpace();
        return names.isEmpty() ? everything(site) : named(site);
    }

    /** Beside an up that stays in the foreground, whose lock is not for this. */
    private int named(Site site) {
        var progress = new Progress(spec.commandLine().getOut());
        if (!noBuild) {
            new Build(site.home(), Clock.systemUTC()).refresh(names, progress);
        }
        var parts = Parts.of(site);
        new Startup(site.home(), progress)
                .start(names.stream().map(parts::named).toList());
        return ExitCode.OK;
    }

    private int everything(Site site) throws InterruptedException {
        try (var _ = UpLock.take(site.home())) {
            var progress = new Progress(spec.commandLine().getOut());
            var processes = new Processes(site.home());
            if (!noBuild) {
                new Build(site.home(), Clock.systemUTC()).refresh(WANTED, progress);
            }
            var parts = Parts.of(site);
            var startup = new Startup(site.home(), progress);
            var watch = new Watch(processes, progress);
            var stopping = new Thread(
                    () -> {
                        watch.end();
                        startup.forbid();
                        progress.line("Stopping.");
                        new Shutdown(processes, progress).stop(parts.inStoppingOrder());
                    },
                    "stop");
            Runtime.getRuntime().addShutdownHook(stopping);
            try {
                startup.start(parts.all());
                if (STOCKING_NEEDS.stream().allMatch(parts::has)) {
                    stock(site, progress);
                }
            } catch (Failure failed) {
                // What this command started is stopped already; what ran before stays.
                forget(stopping);
                throw failed;
            }
            new Welcome(site, parts, progress, options).print();
            if (detach) {
                forget(stopping);
                return ExitCode.OK;
            }
            progress.line("Ctrl-C stops everything.");
            watch.watch(parts.all());
            stopping.join();
            return ExitCode.OK;
        }
    }

    private static void stock(Site site, Progress progress) {
        var shop = JsonCalls.to(site.ports().origin());
        var stocked = new Stocking(shop, site.home().data("stocked-products")).stock();
        progress.part("shelves", stocked == 0 ? "stocked already" : stocked + " products stocked");
    }

    /** When everything is being stopped already, that is awaited and ends this program. */
    private static void forget(Thread stopping) throws InterruptedException {
        try {
            Runtime.getRuntime().removeShutdownHook(stopping);
        } catch (IllegalStateException alreadyStopping) {
            stopping.join();
        }
    }

    private void requireServiceKeys() {
        for (var key : settings.keySet()) {
            if (Service.NAMES.stream().noneMatch(name -> key.startsWith(name + "."))) {
                throw Failure.usage("The key %s does not begin with the name of a service, which are %s."
                        .formatted(key, String.join(", ", Service.NAMES)));
            }
        }
    }
}
