package com.allinone.chaos.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.chaos.proxying.Link;
import com.allinone.launcher.home.Ports;
import com.allinone.launcher.parts.Service;
import org.junit.jupiter.api.Test;

class WiringTest {
    private static final int FIRST_OF_THE_SYSTEM = 32_768;
    private final Wiring wiring = new Wiring(new Ports(12_000));

    @Test
    void noTwoWaysShareAPortAndNoneIsOneThatTheSystemGivesToClients() {
        assertThat(wiring.links().stream().map(Link::entrance))
                .doesNotHaveDuplicates()
                .allMatch(port -> port < FIRST_OF_THE_SYSTEM);
        var kafka = wiring.links().stream()
                .filter(link -> link.to().equals(Wiring.KAFKA))
                .map(Link::exit);
        assertThat(kafka)
                .doesNotHaveDuplicates()
                .noneMatch(exit -> wiring.links().stream().anyMatch(link -> link.entrance() == exit));
    }

    @Test
    void everyServiceReachesWhatItNeedsThroughAProxyAndIsReachedThroughOne() {
        assertThat(Service.NAMES).allSatisfy(service -> {
            assertThat(wiring.entrance(service, Wiring.POSTGRES)).isPositive();
            assertThat(wiring.entrance(service, Wiring.KAFKA)).isPositive();
            assertThat(wiring.entrance(service, Wiring.KEYCLOAK)).isPositive();
            assertThat(wiring.entrance(Wiring.INGRESS, service)).isPositive();
        });
        assertThat(wiring.entrance("payment", Wiring.PROVIDER)).isPositive();
    }

    @Test
    void aSecondReplicaListensElsewhere() {
        assertThat(wiring.port("order-2")).isNotEqualTo(wiring.port("order"));
        assertThat(Wiring.name("order-2")).isEqualTo("order");
        assertThat(Wiring.name("order")).isEqualTo("order");
    }
}
