package com.allinone.launcher.commands;

import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.parts.Part;
import com.allinone.launcher.parts.Parts;
import com.allinone.launcher.processes.Processes;
import com.allinone.launcher.processes.UpLock;
import com.allinone.launcher.running.Progress;
import com.allinone.launcher.running.Shutdown;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Stops the shop, whoever started it and however that ended; data stays. */
@Command(
        name = "down",
        description = "Stops every part, or only those that are named; data stays.",
        mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    @Mixin
    ShopOptions options;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "PART", description = "Stop only these parts.")
    List<String> names = List.of();

    @Override
    public Integer call() {
        var site = options.site();
        var parts = Parts.everyKind(site);
        var progress = new Progress(spec.commandLine().getOut());
        var shutdown = new Shutdown(new Processes(site.home()), progress);
        if (!names.isEmpty()) {
            List<Part> named = names.stream().map(parts::named).toList();
            shutdown.stop(named);
            return ExitCode.OK;
        }
        try (var _ = UpLock.takeOver(site.home(), PATIENCE)) {
            shutdown.stop(parts.inStoppingOrder());
        }
        progress.line("Nothing runs any more.");
        return ExitCode.OK;
    }
}
