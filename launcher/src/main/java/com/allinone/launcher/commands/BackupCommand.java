package com.allinone.launcher.commands;

import com.allinone.launcher.backups.Backups;
import com.allinone.launcher.backups.BaseBackup;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.parts.Postgres;
import com.allinone.launcher.running.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Copies the databases of a shop that goes on working. */
@Command(
        name = "backup",
        description = "Copies the databases while the shop works, and keeps their log from then on, so that"
                + " ./shop restore leads to any moment after it.",
        mixinStandardHelpOptions = true,
        footer = {
            "Everything is in DIR/backup, readable by its owner only. It holds all data of the shop, passwords' hashes",
            "included. The log grows with what is written, 16 MiB at a time, until a later backup makes it superfluous.",
            "What the last unfinished segment holds is archived when the server stops; a server that is lost with its disk",
            "loses that."
        })
public final class BackupCommand implements Callable<Integer> {
    private static final int MOST = 30;

    @Mixin
    ShopOptions options;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--keep",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many backups to keep, 1 to 30; older ones go, and the log before them (default: 2).")
    int keep;

    @Override
    public Integer call() {
        if (keep < 1 || keep > MOST) {
            throw Failure.usage("--keep is between 1 and %d, not %d.".formatted(MOST, keep));
        }
        var site = options.site();
        site.home().requireFreeSpace();
        var progress = new Progress(spec.commandLine().getOut());
        var postgres = new Postgres(site);
        var backups = new Backups(site.home().backups());
        var backup = new BaseBackup(postgres, backups).take();
        progress.part("backup", "whole in " + backup.directory().getParent());
        var gone = backups.keepOnly(keep, postgres.archive());
        if (gone > 0) {
            progress.part("backup", gone + " older or unfinished forgotten");
        }
        progress.line(
                "%s --at TIME leads to any moment from %s on.".formatted(options.again("restore"), backup.endedAt()));
        return ExitCode.OK;
    }
}
