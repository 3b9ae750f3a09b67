package com.allinone.launcher.parts;

import com.allinone.launcher.processes.Processes;

/** Where to look at traces, which depends on the trace store that runs. */
public final class Traces {
    private Traces() {}

    /** The page of the trace store. */
    public static String address(Site site) {
        return jaeger(site)
                ? "http://localhost:%d".formatted(site.ports().jaeger())
                : "http://localhost:%d/zipkin".formatted(site.ports().zipkin());
    }

    /** The page of one trace. */
    public static String address(Site site, String traceId) {
        return address(site) + (jaeger(site) ? "/trace/" : "/traces/") + traceId;
    }

    private static boolean jaeger(Site site) {
        return new Processes(site.home()).find(Jaeger.NAME).isPresent();
    }
}
