package com.allinone.bench.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.launcher.commands.ErrorSentences;
import com.allinone.launcher.commands.ShopCommand;
import com.allinone.launcher.home.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path home;

    @Test
    void theLauncherFindsTheCommand() {
        assertThat(ServiceLoader.load(ShopCommand.class)).hasAtLeastOneElementOfType(BenchCommand.class);
    }

    @Test
    void whatIsOutOfBoundsIsAUsageErrorThatNamesIt() {
        assertThat(run("orders", "--rounds", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(run("orders", "--seconds", "-1")).isEqualTo(ExitCode.USAGE);
        assertThat(run("orders", "--rate", "0.5")).isEqualTo(ExitCode.USAGE);
        assertThat(run("orders", "--trial", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("--rounds", "--seconds", "--rate", "--trial")
                .hasLineCount(4);
    }

    @Test
    void theLoadOfTheSagaHasTheSameBounds() {
        assertThat(run("saga", "--rate", "30000")).isEqualTo(ExitCode.USAGE);
        assertThat(run("saga", "--warm-up", "-1")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--rate", "--warm-up").hasLineCount(2);
    }

    @Test
    void growthBeginsEmptyWithOneReplicaAndOnlyGrows() {
        assertThat(run("growth", "--histories", "10,100")).isEqualTo(ExitCode.USAGE);
        assertThat(run("growth", "--histories", "0,100,100")).isEqualTo(ExitCode.USAGE);
        assertThat(run("growth", "--histories", "0,20000000")).isEqualTo(ExitCode.USAGE);
        assertThat(run("growth", "--replicas", "2")).isEqualTo(ExitCode.USAGE);
        assertThat(run("growth", "--replicas", "1,5")).isEqualTo(ExitCode.USAGE);
        assertThat(run("growth", "--settle", "-1")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("--histories", "--replicas", "--settle")
                .hasLineCount(6);
    }

    @Test
    void withoutAWordItTellsWhatCanBeMeasured() {
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("orders", "saga", "reads", "growth");
    }

    @Test
    void aShopThatWasNotMadeToBeMeasuredIsLeftAlone() throws IOException {
        var precious = Files.writeString(home.resolve("secrets.properties"), "precious");

        assertThat(run("orders", "--home", home.toString(), "--no-build")).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).contains(home.toString());
        assertThat(precious).hasContent("precious");
    }

    private int run(String... arguments) {
        return new CommandLine(new BenchCommand())
                .setExecutionExceptionHandler(new ErrorSentences())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
