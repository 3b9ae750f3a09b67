package com.allinone.launcher;

import com.allinone.launcher.commands.BackupCommand;
import com.allinone.launcher.commands.DevCommand;
import com.allinone.launcher.commands.DownCommand;
import com.allinone.launcher.commands.DrillCommand;
import com.allinone.launcher.commands.ErrorSentences;
import com.allinone.launcher.commands.ExplainCommand;
import com.allinone.launcher.commands.JfrCommand;
import com.allinone.launcher.commands.LogsCommand;
import com.allinone.launcher.commands.MemoryCommand;
import com.allinone.launcher.commands.OperateCommand;
import com.allinone.launcher.commands.OrderCommand;
import com.allinone.launcher.commands.RebuildCommand;
import com.allinone.launcher.commands.ReconcileCommand;
import com.allinone.launcher.commands.ResetCommand;
import com.allinone.launcher.commands.RestoreCommand;
import com.allinone.launcher.commands.SettleCommand;
import com.allinone.launcher.commands.ShopCommand;
import com.allinone.launcher.commands.SimulateCommand;
import com.allinone.launcher.commands.SizeCommand;
import com.allinone.launcher.commands.StatusCommand;
import com.allinone.launcher.commands.StuckCommand;
import com.allinone.launcher.commands.TestCommand;
import com.allinone.launcher.commands.TokenCommand;
import com.allinone.launcher.commands.UpCommand;
import com.allinone.launcher.commands.messages.LogLevelCommand;
import com.allinone.launcher.commands.messages.OutboxCommand;
import com.allinone.launcher.commands.messages.ParkedCommand;
import com.allinone.launcher.delivering.PromoteCommand;
import com.allinone.launcher.delivering.RollbackCommand;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind the script {@code shop}. */
@Command(
        name = "./shop",
        description = "Allinone Commerce on one machine: five services and all that they need, without Docker.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "Allinone Commerce 1.0.0-SNAPSHOT",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            LogLevelCommand.class,
            JfrCommand.class,
            MemoryCommand.class,
            ResetCommand.class,
            TokenCommand.class,
            OrderCommand.class,
            ExplainCommand.class,
            StuckCommand.class,
            OperateCommand.class,
            SettleCommand.class,
            RebuildCommand.class,
            ParkedCommand.class,
            OutboxCommand.class,
            ReconcileCommand.class,
            PromoteCommand.class,
            RollbackCommand.class,
            DrillCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            SizeCommand.class,
            TestCommand.class,
            SimulateCommand.class,
            DevCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 what was to be shown does not hold; 2 wrong command line; 3 order cancelled, or books",
            "that have to agree differ; 4 a part is not running or did not start; 5 the machine is in the way (port,",
            "disk, JDK); 6 build failed; 7 it took too long."
        })
public final class Shop {
    private Shop() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var commandLine = new CommandLine(new Shop());
        // Other modules bring commands of their own when they are on the class path.
        ServiceLoader.load(ShopCommand.class).forEach(commandLine::addSubcommand);
        return commandLine.setExecutionExceptionHandler(new ErrorSentences()).setUsageHelpAutoWidth(true);
    }
}
