package com.allinone.bench.reporting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.LocalDate;

/** What everything was measured on. */
public final class Machine {
    private Machine() {}

    private static long gibibytes() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 30;
    }

    /** As in {@code 2 cores, 23 GiB, Linux 6.1 amd64, JDK 25, 2026-11-21}. */
    public static String line() {
        return "%d cores, %d GiB, %s %s %s, JDK %s, %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        gibibytes(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"),
                        Runtime.version(),
                        LocalDate.now(Clock.systemUTC()));
    }

    public static ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("memoryGiB", gibibytes())
                .put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .put("jdk", Runtime.version().toString())
                .put("at", Clock.systemUTC().instant().toString());
    }
}
