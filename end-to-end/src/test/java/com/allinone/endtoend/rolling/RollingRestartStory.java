package com.allinone.endtoend.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allinone.endtoend.Story;
import com.allinone.endtoend.people.Client;
import com.allinone.endtoend.people.Operator;
import com.allinone.endtoend.people.Order;
import com.allinone.endtoend.people.Product;
import com.allinone.endtoend.shop.Shop;
import com.allinone.launcher.home.Ports;
import com.allinone.launcher.home.Secrets;
import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.parts.Ingress;
import com.allinone.launcher.parts.Service;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.processes.Processes;
import com.allinone.launcher.processes.StopSignal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All five services are replaced, one after the other, and nobody who shops meanwhile notices. */
@Story
class RollingRestartStory {

    private static final int PLENTY = 10_000;
    /** A path below each route that the crowd takes. */
    private static final List<String> DOORS = List.of(
            "/api/v1/orders",
            "/api/v1/carts/mine",
            "/api/v1/catalog/products",
            "/api/v1/inventory/availability/NONE",
            "/api/v1/users/me",
            "/api/v1/payment/payments/none");

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration GRACE = Duration.ofSeconds(50);
    private static final Duration PATIENCE = Shop.DEADLINE.plusSeconds(30);
    /** In which the door looks at a replica twice. */
    private static final Duration SEEN = Duration.ofSeconds(1);

    private final Shop shop;
    private final Site site;
    private final Processes processes;

    RollingRestartStory(Shop shop) {
        this.shop = shop;
        ShopHome home = new ShopHome(shop.checkout(), shop.home());
        this.site = new Site(home, new Ports(shop.portOffset()), new Secrets(shop.home()), Shop.SETTINGS);
        this.processes = new Processes(home);
    }

    /** Every service in its second place, where it has learnt how to go; and a door that knows both places. */
    @BeforeEach
    void moveOver() {
        for (String service : Service.NAMES) {
            start(new Replica(site, service, Replica.PLACES));
            shop.stops(service);
        }
        shop.stops(Ingress.NAME);
        boolean takesTraces = processes.find("jaeger").isEmpty();
        Ingress door = new Ingress(site, takesTraces).before(Replica.places(site));
        processes.start(Ingress.NAME, door.program());
        await(Ingress.NAME).atMost(START).until(door::healthy);
        DOORS.forEach(path -> await(path).atMost(START).until(() -> answersAgainAndAgain(path)));
    }

    /** The door looks for replicas from the first request on, so that one may find nobody. */
    private boolean answersAgainAndAgain(String path) {
        Client nobody = Client.of(shop.origin());
        return IntStream.range(0, 2 * Replica.PLACES)
                .allMatch(time -> nobody.get(path).status() < 500);
    }

    /** Who stands in the first place is the shop's own again. */
    @AfterEach
    void goBack() {
        Service.NAMES.forEach(service -> stop(new Replica(site, service, Replica.PLACES)));
        shop.stops(Ingress.NAME);
        shop.starts(Stream.concat(
                        Service.NAMES.stream()
                                .filter(service -> processes.find(service).isEmpty()),
                        Stream.of(Ingress.NAME))
                .toArray(String[]::new));
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void nobodyNoticesThatEveryServiceIsReplaced() throws InterruptedException {
        Product product = Operator.signsIn(shop).stocks(PLENTY);
        Crowd crowd = Crowd.of(shop, product);
        try (crowd) {
            crowd.goesOn();
            for (String service : Service.NAMES) {
                start(new Replica(site, service, 1));
                Thread.sleep(SEEN);
                assertThat(stop(new Replica(site, service, Replica.PLACES)))
                        .as("how long %s takes to go", service)
                        .isGreaterThan(Duration.ofSeconds(Replica.ANNOUNCED_SECONDS))
                        .isLessThan(GRACE);
                crowd.goesOn();
            }
        }

        assertThat(crowd.failures()).as("of %d requests", crowd.answered()).isEmpty();
        // Nearly all have ended by now; only who has not is waited for.
        List<Order> open = crowd.accepted().stream()
                .filter(order -> !order.status().equals("DELIVERY_READY"))
                .toList();
        for (Order order : open) {
            assertThat(order.ends(PATIENCE).path("status").asText())
                    .as("order %s", order.id())
                    .isEqualTo("DELIVERY_READY");
        }
        assertThat(Operator.signsIn(shop).available(product))
                .isEqualTo(PLENTY - crowd.accepted().size());
        System.out.printf(
                "%d requests while five services were replaced, %d of them orders: none failed.%n",
                crowd.answered(), crowd.accepted().size());
    }

    private void start(Replica replica) {
        processes.start(replica.name(), replica.program());
        await(replica.name()).atMost(START).until(replica::isReady);
    }

    /** Asks it to go; how long that took. */
    private Duration stop(Replica replica) {
        long begun = System.nanoTime();
        processes.stop(replica.name(), StopSignal.TERM, GRACE);
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
