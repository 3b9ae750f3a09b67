package com.allinone.launcher.drilling;

import com.allinone.launcher.home.Failure;
import com.allinone.launcher.processes.Processes;
import java.io.IOException;

/** A part whose process stands still, and goes on as if nothing had been. */
record Frozen(Processes processes, String part) {
    void freeze() throws IOException {
        signal("-STOP");
    }

    void thaw() throws IOException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException {
        var process = processes.find(part).orElseThrow(() -> Failure.part("%s does not run.".formatted(part)));
        var kill = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (kill.waitFor() != 0) {
                throw Failure.machine("%s could not be sent to %s.".formatted(signal, part));
            }
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while signalling", stopNow);
        }
    }
}
