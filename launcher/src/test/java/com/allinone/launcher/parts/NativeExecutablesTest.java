package com.allinone.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeExecutablesTest {
    @TempDir
    Path directory;

    @Test
    void anEmptyListIsNone() {
        assertThat(NativeExecutables.read("").byService()).isEmpty();
    }

    @Test
    void aServiceHasItsExecutableAndTheOthersHaveNone() throws IOException {
        var runner = Files.createFile(directory.resolve("order-runner"));
        assertThat(runner.toFile().setExecutable(true)).isTrue();

        var executables = NativeExecutables.read("order=" + runner);

        assertThat(executables.of("order")).contains(runner);
        assertThat(executables.of("payment")).isEmpty();
    }

    @Test
    void whatIsNoServiceOrNoExecutableIsSaidInOneSentence() {
        assertThatThrownBy(() -> NativeExecutables.read("orders=/bin/sh"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("orders=/bin/sh")
                .hasMessageContaining("catalog, order");
        assertThatThrownBy(() -> NativeExecutables.read("order=" + directory.resolve("missing")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("cannot be executed");
    }
}
