package com.allinone.launcher.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.parts.Part;
import com.allinone.launcher.processes.Processes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupTest {
    private final StringWriter told = new StringWriter();
    private final ShopHome home;
    private final Processes processes;
    private final Part store;
    private final FakePart worker;

    StartupTest(@TempDir Path directory) {
        this.home = new ShopHome(directory, directory.resolve("home"));
        this.processes = new Processes(home);
        this.store = FakePart.working(home, "store");
        this.worker = FakePart.working(home, "worker", "store");
    }

    @AfterEach
    void leaveNothing() {
        new Shutdown(processes, progress()).stop(List.of(worker, store));
    }

    @Test
    void aPartStartsAfterWhatItNeeds() {
        start(worker, store);

        assertThat(told.toString()).containsSubsequence("store              ready", "worker             starting");
    }

    @Test
    void aPartThatRunsWellIsKept() {
        start(store, worker);
        var before = processes.find("worker").orElseThrow();

        start(store, worker);

        assertThat(processes.find("worker")).contains(before);
    }

    @Test
    void aPartWhoseProgramChangedIsStartedAnew() {
        start(store, worker);
        var before = processes.find("worker").orElseThrow();

        start(store, worker.with("echo healthy; sleep 61; :"));

        assertThat(processes.find("worker")).isPresent().isNotEqualTo(Optional.of(before));
    }

    @Test
    void aPartThatWasKilledIsStartedAgainAndTheOthersAreKept() {
        start(store, worker);
        var kept = processes.find("store").orElseThrow();
        processes.find("worker").orElseThrow().destroyForcibly();
        while (processes.find("worker").isPresent()) {
            Thread.onSpinWait();
        }

        start(store, worker);

        assertThat(processes.find("store")).contains(kept);
        assertThat(processes.find("worker")).isPresent();
    }

    @Test
    void aPartThatDiesWhileStartingNamesItsLogAndLeavesNothingRunning() {
        assertThatThrownBy(() -> start(store, worker.with("sleep 0.3; exit 1")))
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.exitCode()).isEqualTo(ExitCode.PART);
                    assertThat(failure.sentence())
                            .contains("worker", home.log("worker").toString());
                });

        assertThat(processes.find("store")).isEmpty();
        assertThat(processes.find("worker")).isEmpty();
    }

    @Test
    void aBusyPortIsNamedBeforeAnythingIsStarted() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = socket.getLocalPort();

            assertThatThrownBy(() -> start(store, worker.on(port))).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.exitCode()).isEqualTo(ExitCode.MACHINE);
                assertThat(failure.sentence()).contains("worker", String.valueOf(port), "--port-offset");
            });
        }
        assertThat(told.toString()).isEmpty();
    }

    @Test
    void nothingStartsOnceItIsForbidden() {
        var startup = new Startup(home, progress());
        startup.forbid();

        assertThatThrownBy(() -> startup.start(List.of(store))).isInstanceOf(Failure.class);
        assertThat(processes.find("store")).isEmpty();
    }

    private void start(Part... parts) {
        new Startup(home, progress()).start(List.of(parts));
    }

    private Progress progress() {
        return new Progress(new PrintWriter(told));
    }
}
