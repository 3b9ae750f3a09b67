package com.allinone.chaos.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.launcher.commands.ErrorSentences;
import com.allinone.launcher.commands.ShopCommand;
import com.allinone.launcher.home.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ChaosCommandTest {
    private final StringWriter err = new StringWriter();

    @TempDir
    Path home;

    @Test
    void theLauncherFindsTheCommands() {
        assertThat(ServiceLoader.load(ShopCommand.class)).hasAtLeastOneElementOfType(ChaosCommand.class);
    }

    @Test
    void whatIsOutOfBoundsIsAUsageErrorThatNamesIt() {
        assertThat(run("--orders", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(run("--faults", "-1")).isEqualTo(ExitCode.USAGE);
        assertThat(run("--rate", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--orders", "--faults", "--rate").hasLineCount(3);
    }

    @Test
    void aShopThatIsNotThereToBeBrokenIsLeftAlone() throws Exception {
        var precious = Files.writeString(home.resolve("secrets.properties"), "precious");

        assertThat(run("--home", home.toString(), "--no-build")).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).contains(home.toString()).hasLineCount(1);
        assertThat(precious).hasContent("precious");
    }

    private int run(String... arguments) {
        return new CommandLine(new ChaosCommand())
                .setExecutionExceptionHandler(new ErrorSentences())
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
