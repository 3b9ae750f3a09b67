package com.allinone.bench.telling;

import com.allinone.launcher.parts.Part;
import com.allinone.launcher.parts.Service;
import com.allinone.launcher.processes.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** A service that makes no spans and logs only what needs a person. */
record Silent(Service service) implements Part {
    /** The parts of a shop, its services silent. */
    static List<Part> all(List<Part> parts) {
        return parts.stream()
                .map(part -> part instanceof Service service ? new Silent(service) : part)
                .toList();
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public List<Integer> ports() {
        return service.ports();
    }

    @Override
    public Set<String> needs() {
        return service.needs();
    }

    @Override
    public boolean startsHeavily() {
        return service.startsHeavily();
    }

    @Override
    public void prepare() {
        service.prepare();
    }

    @Override
    public Program program() {
        var program = service.program();
        var environment = new HashMap<>(program.environment());
        environment.put("QUARKUS_OTEL_SDK_DISABLED", "true");
        environment.put("QUARKUS_LOG_LEVEL", "ERROR");
        return new Program(program.command(), environment, program.directory(), program.version());
    }

    @Override
    public boolean healthy() {
        return service.healthy();
    }
}
