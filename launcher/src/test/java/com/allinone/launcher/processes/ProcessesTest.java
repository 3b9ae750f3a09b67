package com.allinone.launcher.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.launcher.home.ShopHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
    private static final Duration GRACE = Duration.ofSeconds(5);

    @TempDir
    Path directory;

    private ShopHome home = new ShopHome(Path.of("."), Path.of("."));
    private Processes processes = new Processes(home);

    @BeforeEach
    void inADirectoryOfItsOwn() {
        home = new ShopHome(directory, directory.resolve("home"));
        processes = new Processes(home);
    }

    @AfterEach
    void leaveNothing() {
        processes.stop("part", StopSignal.TERM, GRACE);
    }

    @Test
    void whatWasStartedIsFoundAgainByALaterCommand() {
        var started = processes.start("part", program("echo hello; sleep 60; :"));

        assertThat(new Processes(home).find("part")).contains(started);
        assertThat(new Processes(home).files().all())
                .extracting(RunningPart::pid)
                .containsExactly(started.pid());
    }

    @Test
    void outputGoesToTheLogAndTheLogBeforeIsKept() throws IOException {
        awaitEnd(processes.start("part", program("echo first; sleep 0.2")));
        awaitEnd(processes.start("part", program("echo second >&2; sleep 0.2")));

        assertThat(home.log("part")).hasContent("second");
        assertThat(Path.of(home.log("part") + ".1")).hasContent("first");
    }

    @Test
    void stoppingLeavesNeitherProcessNorChildNorFile() {
        var started = processes.start("part", program("sleep 60; :"));
        awaitChild(started);
        var children = started.descendants().toList();

        processes.stop("part", StopSignal.TERM, GRACE);

        assertThat(RunningPart.runs(started)).isFalse();
        assertThat(children).isNotEmpty().noneMatch(RunningPart::runs);
        assertThat(processes.files().find("part")).isEmpty();
    }

    @Test
    void whoIgnoresTheSignalIsKilledAfterItsGrace() {
        var started = processes.start("part", program("trap '' TERM; echo ready; while :; do sleep 1; done"));
        awaitLog("ready");

        processes.stop("part", StopSignal.TERM, Duration.ofMillis(300));

        assertThat(RunningPart.runs(started)).isFalse();
    }

    @Test
    void anotherProcessWithTheSamePidIsNotThePart() {
        var self = ProcessHandle.current();
        var earlier = self.info().startInstant().orElseThrow().minusSeconds(60).toEpochMilli();
        processes.files().write(new RunningPart("part", self.pid(), earlier, "fingerprint"));

        assertThat(processes.find("part")).isEmpty();
    }

    @Test
    void aProcessThatNoFileSpeaksOfIsFoundByItsMarkAndStopped() {
        var started = processes.start("part", program("sleep 60; :"));
        processes.files().forget("part");

        assertThat(processes.strays("part")).contains(started);
        processes.stop("part", StopSignal.TERM, GRACE);
        assertThat(RunningPart.runs(started)).isFalse();
    }

    @Test
    void aHalfWrittenFileSpeaksOfNothing() throws IOException {
        Files.writeString(home.run().resolve("part.json"), "{\"name\":");

        assertThat(processes.find("part")).isEmpty();
        assertThat(processes.files().all()).isEmpty();
    }

    @Test
    void anEndByItselfNamesTheLogAndAStopDoesNot() {
        awaitEnd(processes.start("part", program("sleep 0.2; exit 1")));

        assertThat(processes.ending("part")).contains(home.log("part").toString());
        processes.stop("part", StopSignal.TERM, GRACE);
        assertThat(processes.ending("part")).isEqualTo("was stopped");
    }

    private Program program(String script) {
        var command = List.of("bash", "-c", script, Processes.mark(home, "part"));
        return new Program(command, Map.of(), home.directory(), "1");
    }

    private static void awaitEnd(ProcessHandle process) {
        assertThat(Processes.awaitEnd(process, GRACE)).isTrue();
    }

    private static void awaitChild(ProcessHandle process) {
        var end = System.nanoTime() + GRACE.toNanos();
        while (process.children().findAny().isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private void awaitLog(String text) {
        var end = System.nanoTime() + GRACE.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (Files.readString(home.log("part")).contains(text)) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
    }
}
