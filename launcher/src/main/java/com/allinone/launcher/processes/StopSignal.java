package com.allinone.launcher.processes;

import java.io.IOException;

/** How a part is asked to end. */
public enum StopSignal {
    /** What nearly everything understands. */
    TERM,
    /** PostgreSQL's fast shutdown; to TERM it would wait until the last client has gone. */
    INT;

    void send(ProcessHandle process) {
        if (this == TERM) {
            process.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException noKill) {
            process.destroy();
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
        }
    }
}
