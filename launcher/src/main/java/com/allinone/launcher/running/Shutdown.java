package com.allinone.launcher.running;

import com.allinone.launcher.parts.Part;
import com.allinone.launcher.processes.Processes;
import java.util.List;
import java.util.concurrent.Executors;

/** Stops parts: first the ingress and everything that works, then what they rely on. */
public final class Shutdown {
    private final Processes processes;
    private final Progress progress;

    public Shutdown(Processes processes, Progress progress) {
        this.processes = processes;
        this.progress = progress;
    }

    /** Services stop side by side, what they need stops after them. Parts that do not run are passed over. */
    public void stop(List<Part> parts) {
        stopTogether(parts.stream().filter(part -> !part.needs().isEmpty()).toList());
        stopTogether(parts.stream().filter(part -> part.needs().isEmpty()).toList());
    }

    private void stopTogether(List<Part> parts) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.forEach(part -> threads.execute(() -> stop(part)));
        }
    }

    private void stop(Part part) {
        var ran = processes.find(part.name()).isPresent();
        processes.stop(part.name(), part.stopSignal(), part.grace());
        if (ran) {
            progress.part(part.name(), "stopped");
        }
    }
}
