package com.allinone.bench.beside;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.launcher.home.Ports;
import com.allinone.launcher.home.Secrets;
import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.parts.Parts;
import com.allinone.launcher.parts.Site;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestateServerTest {
    @TempDir
    Path directory;

    @Test
    void nothingOfItIsBusyWithTheShop() {
        var shop = site(0);
        var own = OwnPostgres.site(shop, "restate", 3);
        var taken = Parts.everyKind(shop).all().stream()
                .map(part -> part.ports())
                .flatMap(Collection::stream)
                .toList();
        var server = new RestateServer(own);

        assertThat(server.ports()).doesNotHaveDuplicates().doesNotContainAnyElementsOf(taken);
        assertThat(taken).doesNotContain(server.handlerPort(), own.ports().postgres());
        assertThat(own.home().directory()).isNotEqualTo(shop.home().directory());
    }

    @Test
    void itListensOnThisMachineOnlyAndReportsToNobody() {
        var environment = new RestateServer(site(0)).program().environment();

        assertThat(environment).containsEntry("RESTATE_DISABLE_TELEMETRY", "true");
        assertThat(environment)
                .extractingByKeys(
                        "RESTATE_BIND_ADDRESS", "RESTATE_ADMIN__BIND_ADDRESS", "RESTATE_INGRESS__BIND_ADDRESS")
                .allMatch(address -> String.valueOf(address).startsWith("127.0.0.1:"));
    }

    private Site site(int offset) {
        var home = directory.resolve("home");
        return new Site(new ShopHome(directory, home), new Ports(offset), new Secrets(home), Map.of());
    }
}
