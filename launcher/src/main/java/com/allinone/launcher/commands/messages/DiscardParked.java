package com.allinone.launcher.commands.messages;

import com.allinone.launcher.home.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parked discard}. */
@Command(
        name = "discard",
        description = "Gives one parked message up, for good; it is kept in the audit only.",
        mixinStandardHelpOptions = true)
final class DiscardParked implements Callable<Integer> {
    @Mixin
    DeskOptions desk;

    @Spec
    CommandSpec spec;

    @Option(names = "--service", paramLabel = "X", required = true, description = "Whose message.")
    String service = "";

    @Option(names = "--reason", paramLabel = "WHY", required = true, description = "Kept with the message.")
    String reason = "";

    @Parameters(index = "0", paramLabel = "CONSUMER")
    String consumer = "";

    @Parameters(index = "1", paramLabel = "KEY")
    String key = "";

    @Parameters(index = "2", paramLabel = "PLACE", description = "Which one; parked show tells.")
    long place;

    @Override
    public Integer call() {
        var answer = desk.desk(service).discard(consumer, key, place, reason);
        var out = spec.commandLine().getOut();
        if (desk.json) {
            out.println(answer);
        } else {
            out.printf(
                    "Message %d is discarded, %d of its key left.%n",
                    place, answer.path("left").asLong());
        }
        return ExitCode.OK;
    }
}
