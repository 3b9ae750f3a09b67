package com.allinone.launcher.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.launcher.home.Ports;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
    private final Routes routes = new Routes(new Ports(100));

    @ParameterizedTest
    @CsvSource({
        "/api/v1/catalog/products, catalog, 8204",
        "/api/v1/orders, order, 8201",
        "/api/v1/orders/1/events, order, 8201",
        "/api/v1/carts/mine, order, 8201",
        "/api/v1/inventory/availability/X, inventory, 8202",
        "/api/v1/payment/webhooks/stripe, payment, 8203",
        "/api/v1/users/me, identity, 8205",
        "/api/v1/order/parked, order, 8201",
        "/api/v1/identity/parked/audit, identity, 8205",
        "/auth/realms/allinone, keycloak, 8181"
    })
    void everyPathHasItsOwner(String path, String upstream, int port) {
        assertThat(routes.find(path)).hasValueSatisfying(route -> {
            assertThat(route.upstream()).isEqualTo(upstream);
            assertThat(route.ports()).containsExactly(port);
        });
    }

    @Test
    void aDetourLeadsToOtherPortsOfThatUpstreamOnly() {
        var detoured = new Routes(new Ports(100), Map.of("order", List.of(9101, 9121)));

        assertThat(detoured.find("/api/v1/orders"))
                .hasValueSatisfying(route -> assertThat(route.ports()).containsExactly(9101, 9121));
        assertThat(detoured.find("/api/v1/catalog"))
                .hasValueSatisfying(route -> assertThat(route.ports()).containsExactly(8204));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/q/health", "/api/v1/ordersx", "/api/v2/orders", "/authx", "/simulator/books"})
    void nothingElseIsForwarded(String path) {
        assertThat(routes.find(path)).isEmpty();
        assertThat(routes.findDocument(path)).isEmpty();
    }

    @Test
    void theDocumentsOfServicesAreServedAndOnlyThose() {
        assertThat(routes.findDocument("/docs/openapi/order")).isPresent();
        assertThat(routes.findDocument("/docs/openapi/keycloak")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/orders/../../q/health",
                "/api/v1/orders/./x",
                "/api/v1/orders/%2e%2e/q",
                "/api/v1/orders/%2E./q",
                "/api/v1/orders/..%2fq",
                "/api/v1/orders/..;/q",
                "/api/v1/orders/a%5cb",
                "/api/v1/orders/a\\b",
                "/api/v1/orders/%zz",
                "/api/v1/orders/%00",
                "*"
            })
    void aPathThatUpstreamsCouldReadDifferentlyIsNotPlain(String path) {
        assertThat(Routes.isPlain(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/orders/", "/api/v1/catalog/products/A.B-C", "/docs/%ED%95%9C", "/a+b"})
    void ordinaryPathsArePlain(String path) {
        assertThat(Routes.isPlain(path)).isTrue();
    }
}
