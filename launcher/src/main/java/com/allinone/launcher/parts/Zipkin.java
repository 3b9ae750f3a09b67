package com.allinone.launcher.parts;

import com.allinone.launcher.processes.Program;
import java.util.List;
import java.util.Map;

/** The trace store where no Jaeger is at hand: Zipkin in memory, fed through the ingress' OTLP bridge. */
public final class Zipkin implements Part {
    public static final String NAME = "zipkin";
    private static final int HEAP_MIB = 128;
    /** A span takes about a kilobyte and a half, and as much again while it is taken in. With 100,000 the heap ran out. */
    private static final int MOST_SPANS = 30_000;

    private final Site site;

    public Zipkin(Site site) {
        this.site = site;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Integer> ports() {
        return List.of(site.ports().zipkin());
    }

    @Override
    public void prepare() {
        // The jar runs as it was downloaded.
    }

    @Override
    public Program program() {
        var command = site.jvm(
                NAME,
                HEAP_MIB,
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Launcher.program(site.home(), "zipkin.jar").toString(),
                "--logging.level.root=WARN",
                "--armeria.ports[0].ip=127.0.0.1",
                "--armeria.ports[0].port=" + site.ports().zipkin(),
                "--armeria.ports[0].protocols[0]=http");
        var environment = Map.of(
                "STORAGE_TYPE", "mem", "MEM_MAX_SPANS", String.valueOf(MOST_SPANS), "SELF_TRACING_ENABLED", "false");
        return new Program(command, environment, site.home().directory(), "");
    }

    @Override
    public boolean healthy() {
        return Probe.answers(site.ports().zipkin(), "/health");
    }

    @Override
    public boolean startsHeavily() {
        return true;
    }
}
