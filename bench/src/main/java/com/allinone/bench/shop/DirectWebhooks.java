package com.allinone.bench.shop;

import com.allinone.launcher.parts.Part;
import com.allinone.launcher.processes.Program;
import java.util.HashMap;
import java.util.List;

/** The provider's simulator where there is no ingress: its webhooks go to payment itself. */
record DirectWebhooks(Part simulator, int port) implements Part {
    @Override
    public String name() {
        return simulator.name();
    }

    @Override
    public List<Integer> ports() {
        return simulator.ports();
    }

    @Override
    public void prepare() {
        simulator.prepare();
    }

    @Override
    public Program program() {
        var program = simulator.program();
        var environment = new HashMap<>(program.environment());
        environment.put("SIMULATOR_WEBHOOK_URL", "http://127.0.0.1:%d/api/v1/payment/webhooks/stripe".formatted(port));
        return new Program(program.command(), environment, program.directory(), program.version());
    }

    @Override
    public boolean healthy() {
        return simulator.healthy();
    }
}
