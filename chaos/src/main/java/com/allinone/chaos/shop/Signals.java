package com.allinone.chaos.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Signals that Java does not send, and what the kernel says that came of them. */
public final class Signals {
    private Signals() {}

    public static void freeze(ProcessHandle process) {
        send("-STOP", process);
    }

    public static void thaw(ProcessHandle process) {
        send("-CONT", process);
    }

    /** Whether the kernel runs nothing of it now. */
    public static boolean frozen(ProcessHandle process) {
        return state(process).equals("T");
    }

    /** Whether it runs: what is dead and was not yet reaped by anybody does not. */
    public static boolean runs(ProcessHandle process) {
        return process.isAlive() && !state(process).equals("Z");
    }

    /** The state as the kernel tells it; empty where there is no such process, or no such kernel. */
    private static String state(ProcessHandle process) {
        try {
            var line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return line.substring(line.lastIndexOf(')') + 2, line.lastIndexOf(')') + 3);
        } catch (IOException gone) {
            return "";
        }
    }

    private static void send(String signal, ProcessHandle process) {
        try {
            var kill = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException failed) {
            throw new IllegalStateException("kill cannot be run", failed);
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
        }
    }
}
