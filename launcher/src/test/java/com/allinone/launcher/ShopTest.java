package com.allinone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.launcher.home.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ShopTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path home;

    @Test
    void everyCommandExplainsItself() {
        var names = Shop.commandLine().getSubcommands().keySet();

        assertThat(names)
                .contains(
                        "up",
                        "down",
                        "status",
                        "logs",
                        "jfr",
                        "memory",
                        "reset",
                        "token",
                        "order",
                        "test",
                        "dev",
                        "stuck",
                        "operate",
                        "rebuild",
                        "reconcile",
                        "promote",
                        "rollback",
                        "drill",
                        "backup",
                        "restore",
                        "size");
        assertThat(names).allSatisfy(name -> assertThat(run(name, "--help")).isEqualTo(ExitCode.OK));
    }

    @Test
    void anUnknownDemoUserIsAUsageErrorThatNamesTheKnownOnes() {
        assertThat(run("token", "nobody")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("nobody", "minji").hasLineCount(1);
    }

    @Test
    void anActionThatIsNoneIsAUsageErrorThatNamesTheKnownOnes() {
        var order = "01936f1e-7c1a-7000-8000-0123456789ab";

        assertThat(run("operate", order, "explode", "--reason", "why not")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("explode", "retry-now").hasLineCount(1);
        assertThat(run("operate", order, "cancel")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aRebuildSaysWhatItWillDo() {
        assertThat(run("rebuild", "order")).isEqualTo(ExitCode.USAGE);
        assertThat(run("rebuild", "order", "--verify", "--repair")).isEqualTo(ExitCode.USAGE);
        assertThat(run("rebuild", "order", "--repair")).isEqualTo(ExitCode.USAGE);
        assertThat(run("rebuild", "catalog", "--verify")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("--verify", "--reason", "Only order")
                .hasLineCount(4);
    }

    @Test
    void aSettingOfNoServiceIsAUsageError() {
        assertThat(run("up", "--home", home.toString(), "--set", "orders.deadline=PT1S"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("orders.deadline").hasLineCount(1);
    }

    @Test
    void anImpossiblePortOffsetIsAUsageError() {
        assertThat(run("status", "--home", home.toString(), "--port-offset", "60000"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("60000").hasLineCount(1);
    }

    @Test
    void forMoreThanAnyProfileIsMeantForTheLargestSaysWhatItLacks() {
        System.setProperty("shop.checkout", "..");
        try {
            assertThat(run("size", "--orders-per-second", "300", "--peak", "5x"))
                    .isEqualTo(ExitCode.UNTRUE);
        } finally {
            System.clearProperty("shop.checkout");
        }
        assertThat(out.toString())
                .contains(
                        "1500 orders a second", "L has", "6 short", "No profile is meant for so much. L, the largest");
    }

    @Test
    void downWithNothingRunningIsDone() {
        assertThat(run("down", "--home", home.toString(), "--port-offset", "30000"))
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void logsDoNotReachOutsideOfTheLogDirectory() {
        assertThat(run("logs", "../secrets", "--home", home.toString())).isEqualTo(ExitCode.USAGE);
    }

    private int run(String... arguments) {
        CommandLine shop = Shop.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return shop.execute(arguments);
    }
}
