package com.allinone.launcher.commands;

import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Parts;
import com.allinone.launcher.processes.Processes;
import com.allinone.launcher.processes.UpLock;
import com.allinone.launcher.running.Progress;
import com.allinone.launcher.running.Shutdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops the shop and throws its data away; the next up begins with an empty one. */
@Command(
        name = "reset",
        description = "Stops every part and deletes all data of this shop: orders, stock, payments, people, messages,"
                + " and its backups.",
        mixinStandardHelpOptions = true)
public final class ResetCommand implements Callable<Integer> {
    @Mixin
    ShopOptions options;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        var site = options.site();
        var progress = new Progress(spec.commandLine().getOut());
        try (var _ = UpLock.takeOver(site.home(), Duration.ofSeconds(45))) {
            new Shutdown(new Processes(site.home()), progress)
                    .stop(Parts.everyKind(site).inStoppingOrder());
            delete(site.home().directory().resolve("data"));
            delete(site.home().backups());
            delete(site.home().directory().resolve("secrets.properties"));
        }
        progress.line("The shop is empty; ./shop up starts it anew.");
        return ExitCode.OK;
    }

    private static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw Failure.machine("Cannot delete %s: %s.".formatted(path, failed.getMessage()));
        }
    }
}
