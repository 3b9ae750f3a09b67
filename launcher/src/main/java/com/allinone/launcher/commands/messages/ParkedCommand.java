package com.allinone.launcher.commands.messages;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Messages that wait for a person: list, show, redrive, discard, and who did what. */
@Command(
        name = "parked",
        description = "Messages that could not be handled and wait for a person, each with its key's later ones.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ListParked.class, ShowParked.class, RedriveParked.class, DiscardParked.class, AuditParked.class},
        footer =
                "Ends with 0 when it was done, 1 when it was refused or a message failed again, 2 when the command line"
                        + " is wrong, 4 when the shop does not answer.")
public final class ParkedCommand implements Callable<Integer> {
    /** No list is longer than that. */
    static final int MOST = 10_000;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say what to do: list, show, redrive, discard or audit.");
    }
}
