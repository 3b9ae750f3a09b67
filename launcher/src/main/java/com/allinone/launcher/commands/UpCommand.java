package com.allinone.launcher.commands;

import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Part;
import com.allinone.launcher.parts.Parts;
import com.allinone.launcher.parts.Service;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.processes.Processes;
import com.allinone.launcher.processes.UpLock;
import com.allinone.launcher.running.Progress;
import com.allinone.launcher.running.Shutdown;
import com.allinone.launcher.running.Startup;
import com.allinone.launcher.running.Watch;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds what is missing or stale, starts what does not run yet, and stays until Ctrl-C. */
@Command(
        name = "up",
        description = "Builds what is missing or stale, starts every part, and stops them all on Ctrl-C.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
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

    @Override
    public Integer call() throws InterruptedException {
        requireServiceKeys();
        var site = options.site(settings);
        site.home().requireFreeSpace();
        try (var lock = UpLock.take(site.home())) {
            var progress = new Progress(spec.commandLine().getOut());
            var processes = new Processes(site.home());
            var parts = Parts.of(site);
            var startup = new Startup(processes, progress);
            var stopping = new Thread(() -> stopEverything(startup, processes, parts, progress), "stop");
            Runtime.getRuntime().addShutdownHook(stopping);
            startup.start(parts.all());
            new Welcome(site, parts, progress).print();
            if (detach) {
                Runtime.getRuntime().removeShutdownHook(stopping);
                return ExitCode.OK;
            }
            progress.line("Ctrl-C stops everything.");
            new Watch(processes, progress).watch(parts.all());
            return ExitCode.OK;
        }
    }

    private static void stopEverything(Startup startup, Processes processes, Parts parts, Progress progress) {
        progress.line("Stopping.");
        startup.forbid();
        new Shutdown(processes, progress).stop(parts.inStoppingOrder());
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
