package com.allinone.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    @Test
    void peopleComeThroughTheIngressUnlessAnotherDoorStandsBeforeIt() {
        var alone = new Ports(100);
        var behind = new Ports(100, Optional.of(URI.create("https://shop.example:8443")));

        assertThat(alone.publicOrigin()).isEqualTo("http://localhost:8180");
        assertThat(behind.publicOrigin()).isEqualTo("https://shop.example:8443");
        assertThat(behind.issuer()).isEqualTo("https://shop.example:8443/auth/realms/allinone");
        assertThat(behind.origin()).isEqualTo(alone.origin());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.example",
                "https:/shop",
                "https://shop.example/",
                "https://shop.example/a?b",
                "ftp://shop.example"
            })
    void aDoorIsASchemeAndAHostAndNothingElse(String door) {
        assertThatThrownBy(() -> new Ports(0, Optional.of(URI.create(door))))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(door);
    }
}
