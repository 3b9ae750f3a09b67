package com.allinone.bench.commands;

import com.allinone.launcher.commands.ShopCommand;
import com.allinone.launcher.home.Failure;
import picocli.CommandLine.Command;

/** Measures how fast the shop is. */
@Command(
        name = "bench",
        description =
                "Measures how fast the shop is, beside what people would pick instead: starts what it needs, warms"
                        + " up, runs rounds of both in turn, and prints medians with what they lie between. Everything is as"
                        + " durable as in production: fsync on, acks=all, tokens verified.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        subcommands = {
            OrdersCommand.class,
            SagaCommand.class,
            RelayCommand.class,
            FlashSaleCommand.class,
            ReadsCommand.class,
            GrowthCommand.class,
            TellingCommand.class,
            StartupCommand.class,
            FootprintCommand.class
        })
public final class BenchCommand implements ShopCommand {
    @Override
    public Integer call() {
        throw Failure.usage("Name what to measure: ./shop bench --help lists it.");
    }
}
