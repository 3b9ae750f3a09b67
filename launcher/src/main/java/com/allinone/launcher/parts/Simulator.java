package com.allinone.launcher.parts;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.processes.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The payment provider's simulator; its books survive a restart, as a provider's would. */
public final class Simulator implements Part {
    /** It remembers every payment there ever was: some 5 KiB each, and most shops that it serves are small. */
    private static final int HEAP_MIB = 512;

    public static final String NAME = "provider-simulator";
    private final Site site;

    public Simulator(Site site) {
        this.site = site;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Integer> ports() {
        return List.of(site.ports().simulator());
    }

    @Override
    public void prepare() {
        Archives.mirror(built(), copied());
    }

    @Override
    public Program program() {
        var command = site.jvm(NAME, HEAP_MIB, "-XX:TieredStopAtLevel=1", "-jar", copied().toString());
        var environment = Map.of(
                "SIMULATOR_PORT", String.valueOf(site.ports().simulator()),
                "SIMULATOR_API_KEY", apiKey(site),
                "SIMULATOR_WEBHOOK_SECRET", webhookSecret(site),
                "SIMULATOR_WEBHOOK_URL",
                        "http://127.0.0.1:%d/api/v1/payment/webhooks/stripe"
                                .formatted(site.ports().ingress()),
                "SIMULATOR_STATE", site.home().data(NAME).toString());
        return new Program(command, environment, site.home().directory(), Service.version(built()));
    }

    @Override
    public boolean healthy() {
        return Probe.answers(site.ports().simulator(), "/simulator/books");
    }

    /** Where the provider is called, and with which key. */
    public static JsonCalls calls(Site site) {
        return JsonCalls.to("http://127.0.0.1:" + site.ports().simulator()).as(apiKey(site));
    }

    static String apiKey(Site site) {
        return site.secrets().get("provider.key", "sk_test_");
    }

    static String webhookSecret(Site site) {
        return site.secrets().get("provider.webhook", "whsec_");
    }

    private Path built() {
        return site.home().checkout().resolve("provider-simulator/target/provider-simulator.jar");
    }

    private Path copied() {
        return site.home().applications().resolve("provider-simulator.jar");
    }
}
