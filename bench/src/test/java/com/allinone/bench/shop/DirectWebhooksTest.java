package com.allinone.bench.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.launcher.home.Ports;
import com.allinone.launcher.home.Secrets;
import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.parts.Simulator;
import com.allinone.launcher.parts.Site;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectWebhooksTest {
    @TempDir
    Path home;

    @Test
    void onlyTheAddressOfTheWebhooksDiffers() {
        var site = new Site(new ShopHome(home, home), new Ports(0), new Secrets(home), Map.of());
        var simulator = new Simulator(site);

        var program = new DirectWebhooks(simulator, 4_711).program();

        var expected = new HashMap<>(simulator.program().environment());
        expected.put("SIMULATOR_WEBHOOK_URL", "http://127.0.0.1:4711/api/v1/payment/webhooks/stripe");
        assertThat(program.environment()).isEqualTo(expected);
        assertThat(program.command()).isEqualTo(simulator.program().command());
    }
}
