package com.allinone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.profiling.RunningJvm;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./shop jfr} and {@code ./shop memory}, on a JVM beside the one that asks: one that asks itself waits for ever. */
class ProfilingTest {

    private final StringWriter err = new StringWriter();

    @TempDir
    Path home;

    private Process other;
    private RunningJvm jvm;

    @BeforeEach
    void startOther() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        other = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Idle.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(other.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("started");
        jvm = new RunningJvm("other", other.pid());
    }

    @AfterEach
    void stopOther() {
        other.destroyForcibly();
    }

    @Test
    void aRecordingOfARunningJvmTellsWhatItDid() throws IOException {
        var file = home.resolve("other.jfr");

        jvm.record(Duration.ofSeconds(1), "profile", file);

        assertThat(Files.size(file)).isPositive();
        assertThat(RunningJvm.read(file, "summary")).contains("jdk.ActiveRecording");
    }

    @Test
    void theHeapIsCountedByClass() {
        assertThat(jvm.ask("GC.class_histogram")).contains("java.lang.String");
    }

    @Test
    void whatTheJvmDoesNotKnowIsToldWithItsOwnWords() {
        assertThatThrownBy(() -> jvm.ask("No.such_command"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Unknown diagnostic command");
    }

    @Test
    void aPartThatDoesNotRunIsOneSentence() {
        assertThat(run("jfr", "order")).isEqualTo(ExitCode.PART);
        assertThat(run("memory", "order")).isEqualTo(ExitCode.PART);

        assertThat(err.toString()).contains("order does not run").hasLineCount(2);
    }

    @Test
    void whatCannotBeIsAMistakeOfTheCommandLine() {
        assertThat(run("jfr", "order", "--seconds", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(run("jfr", "order", "--settings", "loud")).isEqualTo(ExitCode.USAGE);
        assertThat(run("memory", "order", "--classes", "0")).isEqualTo(ExitCode.USAGE);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.toString()));
        return Shop.commandLine().setErr(new PrintWriter(err, true)).execute(all.toArray(String[]::new));
    }

    /** A program with a heap to look at, which ends with its standard input. */
    static final class Idle {
        private Idle() {}

        public static void main(String[] arguments) throws IOException {
            System.out.println("started");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
