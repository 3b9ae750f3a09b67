package com.allinone.crashpoints;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.shopping.Day;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process with the agent in it. */
class HaltTest {

    @TempDir
    Path directory = Path.of("");

    @BeforeEach
    void makeTheAgent() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), Agent.class.getName());
        new JarOutputStream(Files.newOutputStream(directory.resolve("agent.jar")), manifest).close();
    }

    @Test
    void diesBeforeTheCommitWithEverythingWritten() throws Exception {
        assertThat(day("Paying.pay/before-commit")).isEqualTo(new End(Halt.STATUS, List.of("write")));
        assertThat(notes()).containsExactly("died at Paying.pay/before-commit");
    }

    @Test
    void diesAfterTheCommitAndDoesNothingElse() throws Exception {
        assertThat(day("Paying.pay/after-commit")).isEqualTo(new End(Halt.STATUS, List.of("write", "commit")));
        assertThat(notes()).containsExactly("died at Paying.pay/after-commit");
    }

    @Test
    void tellsTheSecondTransactionOfAMethodFromTheFirst() throws Exception {
        assertThat(day("Paying.pay#2/before-commit"))
                .isEqualTo(new End(Halt.STATUS, List.of("write", "commit", "write")));
    }

    @Test
    void aTransactionThatWroteNothingIsNoPlaceToDieAt() throws Exception {
        assertThat(day("Paying.payAll/before-commit").status()).isZero();
    }

    @Test
    void whatIsExcludedAndWritesAllTheSameIsNoted() throws Exception {
        assertThat(day("nowhere").status()).isZero();
        assertThat(notes()).containsExactly("Lists.all is excluded and wrote");
    }

    private List<String> notes() throws IOException {
        return Files.readAllLines(directory.resolve("notes"));
    }

    private End day(String point) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-javaagent:%s=die=%s;notes=%s"
                                .formatted(directory.resolve("agent.jar"), point, directory.resolve("notes")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Day.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new End(process.waitFor(), said.lines().toList());
    }

    private record End(int status, List<String> said) {}
}
