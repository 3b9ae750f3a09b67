package com.allinone.bench.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskedProgramTest {
    private static final AskedProgram.Kind ADDING =
            new AskedProgram.Kind("the adder", Adding.class, 64, List.of(Path.of("not-there")));

    @TempDir
    Path directory;

    @Test
    void eachQuestionHasItsAnswerWhateverElseIsPrinted() {
        try (var program = start()) {
            assertThat(program.ask(1, Integer.class)).isEqualTo(41);
            assertThat(program.ask(2, Integer.class)).isEqualTo(42);
        }
    }

    @Test
    void aProgramThatCannotAnswerIsReportedWithTheLogThatSaysWhy() throws IOException {
        try (var program = start()) {
            assertThatThrownBy(() -> program.ask(0, Integer.class))
                    .isInstanceOf(Failure.class)
                    .hasMessage("The adder died; its last words are in %s.".formatted(log()));
        }
        assertThat(log()).content().contains("zero", "begun, which is no answer");
    }

    @Test
    void itsSettingIsItsOwnersAlone() throws IOException {
        start().close();

        assertThat(Files.getPosixFilePermissions(directory.resolve("setting")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void whatComesBeforeOnTheClassPathComesBefore() {
        assertThat(ADDING.classPath())
                .startsWith("not-there")
                .contains("*")
                .endsWith(System.getProperty("java.class.path"));
    }

    private AskedProgram start() {
        return AskedProgram.start(ADDING, 40, directory.resolve("setting"), log());
    }

    private Path log() {
        return directory.resolve("log");
    }
}
