package com.allinone.launcher.running;

import com.allinone.launcher.parts.Part;
import com.allinone.launcher.processes.Processes;
import java.util.HashSet;
import java.util.List;

/** Reports parts that end while the shop is up. The others go on: one dead part stops nothing but its own work. */
public final class Watch {
    private final Processes processes;
    private final Progress progress;
    private volatile boolean ended;

    public Watch(Processes processes, Progress progress) {
        this.processes = processes;
        this.progress = progress;
    }

    /** Whoever stops everything tells so by itself. */
    public void end() {
        ended = true;
    }

    /** Returns only at the end. */
    public void watch(List<Part> parts) throws InterruptedException {
        var down = new HashSet<String>();
        while (!ended) {
            Thread.sleep(500);
            for (var part : parts) {
                var runs = processes.find(part.name()).isPresent();
                if (ended) {
                    return;
                }
                if (runs && down.remove(part.name())) {
                    progress.part(part.name(), "runs again");
                } else if (!runs && down.add(part.name())) {
                    progress.part(part.name(), processes.ending(part.name()));
                }
            }
        }
    }
}
