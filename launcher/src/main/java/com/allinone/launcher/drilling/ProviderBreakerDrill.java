package com.allinone.launcher.drilling;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.demo.Ordering;
import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.util.Map;

/** The payment provider fails whatever it is asked, until nobody asks it any more. */
record ProviderBreakerDrill(Ordering shopper, JsonCalls provider) implements Drill {
    /** Each is tried again by itself, so the breaker has seen enough calls soon. */
    private static final int ORDERS = 12;

    @Override
    public String name() {
        return "provider-breaker-open";
    }

    @Override
    public String alert() {
        return "ProviderBreakerOpen";
    }

    @Override
    public String cause() throws IOException {
        outage("on");
        for (var order = 0; order < ORDERS; order++) {
            shopper.place(Goods.MUG);
        }
        return "the provider is out; %d orders wait for their money".formatted(ORDERS);
    }

    @Override
    public String repair() throws IOException {
        outage("off");
        return "the provider is back; the breaker finds out by itself";
    }

    private void outage(String state) throws IOException {
        var reply = provider.postForm("/simulator/outage", Map.of("state", state));
        if (!reply.succeeded()) {
            throw Failure.part("The provider's simulator did not do it, %s.".formatted(reply.problem()));
        }
    }
}
