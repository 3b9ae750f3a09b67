package com.allinone.bench.measuring;

import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The processor time that a process has used since it began, with all that it started: those that run, and those that
 * have ended and were waited for. Linux only: it is read in {@code /proc}.
 */
public final class ProcessorTime {
    /** What a tick of {@code /proc} is on every Linux that a JDK 25 runs on: a hundredth of a second. */
    private static final long MILLIS_A_TICK = 10;

    private static final int USER = 11;
    private static final int LAST = USER + 4;

    private ProcessorTime() {}

    /** Whether this machine tells. */
    public static void require() {
        if (!Files.isReadable(Path.of("/proc/self/stat"))) {
            throw Failure.machine("./shop bench reads processor times in /proc, which only Linux has.");
        }
    }

    /** Of the process and its descendants, in milliseconds; what has gone meanwhile counts with its parent. */
    public static long millis(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(one -> ticks(one.pid()))
                        .sum()
                * MILLIS_A_TICK;
    }

    /** What each part used meanwhile, of what each had used so far; a part that is new has used all of its own. */
    public static Map<String, Long> between(Map<String, Long> before, Map<String, Long> after) {
        var used = new TreeMap<>(after);
        before.forEach((part, millis) -> used.merge(part, -millis, Long::sum));
        return used;
    }

    private static long ticks(long pid) {
        try {
            return ticks(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException gone) {
            return 0;
        }
    }

    /**
     * Of one line of {@code /proc/<pid>/stat}: user and system time, own and of children that were waited for.
     *
     * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
     */
    static long ticks(String stat) {
        // The second field is the program's name in brackets, which may itself hold spaces and brackets.
        var fields = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ", -1);
        var sum = 0L;
        for (var field = USER; field < LAST; field++) {
            sum += Long.parseLong(fields[field]);
        }
        return sum;
    }
}
