package com.allinone.endtoend.crashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allinone.crashpoints.Halt;
import com.allinone.endtoend.Story;
import com.allinone.endtoend.crashing.ArmedService.Life;
import com.allinone.endtoend.shop.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every service dies at every boundary that its code has, once each, under trade, and is started again. What that did
 * to money and stock is then looked at in the books, last of all stories.
 */
@Story
@Order(Integer.MAX_VALUE - 1)
class CrashPointsStory {

    /** Orders get about slowly here: the deadline is none that they pass by chance. */
    private static final Map<String, String> SETTINGS = Map.of(
            "order.fulfilment.deadline", "PT2M",
            "order.redriving.bound", "PT10S",
            "order.redriving.look-every", "PT1S",
            "order.reconciliation.first-after", "PT1S",
            "order.reconciliation.every", "PT10S",
            "order.reconciliation.quiet", "PT2S",
            "order.reconciliation.patience", "PT10S",
            "payment.worker.lease", "PT10S",
            "inventory.holds.look-every", "PT1S",
            "identity.sign-up.sweep-every", "1s");

    /**
     * What is led to its points one after the other, and in each of these beside each other, some in a row: who dies
     * again and again gets nothing about, so nobody dies beside whom the other's points wait for.
     */
    private static final List<List<List<String>>> PHASES = List.of(
            List.of(List.of("payment"), List.of("catalog", "identity")),
            List.of(List.of("order")),
            List.of(List.of("inventory")));

    private static final Duration LOOK = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String OPEN = """
            select order_id || ' ' || status from orders
             where status not in ('DELIVERY_READY', 'SHIPPED', 'DELIVERED', 'CANCELLED')""";

    private final Shop shop;
    private final List<Point> hit = Collections.synchronizedList(new ArrayList<>());
    private final List<Missed> missed = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    private final Map<String, ArmedService> armed;

    CrashPointsStory(Shop shop) {
        this.shop = shop;
        this.armed = Points.SERVICES.stream()
                .collect(Collectors.toMap(Function.identity(), service -> new ArmedService(shop, service, SETTINGS)));
    }

    @Test
    @Timeout(value = 25, unit = TimeUnit.MINUTES)
    void everyPointIsDiedAtAndNothingIsLostOrDoubled() throws InterruptedException {
        Points points = Points.of(shop);
        assertThat(Points.SERVICES)
                .as("services with points")
                .allMatch(service -> Points.SOME || !points.of(service).isEmpty());
        long begun = System.nanoTime();
        int accepted;
        try (Trade trade = new Trade(shop)) {
            trade.begin();
            Drives drives = new Drives(shop, trade);
            for (String service : Points.SERVICES) {
                armed(service).takeOver();
                armed(service).livesOn();
            }
            for (List<List<String>> phase : PHASES) {
                dieBesideEachOther(phase, points, drives);
            }
            missed.forEach(each -> tryAgain(each, drives));
            accepted = trade.accepted();
            drives.clear();
        } finally {
            shop.starts("order", "inventory", "payment", "catalog", "identity");
        }
        print(points, accepted, Duration.ofNanos(System.nanoTime() - begun));
        assertThat(failures).isEmpty();
        assertThat(hit).containsExactlyInAnyOrderElementsOf(points.all());
        await("every order's end")
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(shop.databases().ask("order", OPEN)).isEmpty());
    }

    private void dieBesideEachOther(List<List<String>> rows, Points points, Drives drives) throws InterruptedException {
        List<Thread> threads = rows.stream()
                .map(row -> Thread.ofPlatform()
                        .start(() -> row.forEach(service -> dieEverywhere(service, points.of(service), drives))))
                .toList();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } finally {
            threads.forEach(Thread::interrupt);
        }
    }

    private void dieEverywhere(String service, List<Point> points, Drives drives) {
        if (points.isEmpty()) {
            return;
        }
        ArmedService dying = armed(service);
        try {
            for (Point point : points) {
                if (!dieAt(dying, point, drives.to(point))) {
                    missed.add(new Missed(dying, point));
                }
            }
            dying.livesOn();
        } catch (RuntimeException | AssertionError failure) {
            failures.add(service + " was given up: " + failure);
        }
    }

    /** While others died it may have been led nowhere; now they live, and a second miss is a miss. */
    private void tryAgain(Missed each, Drives drives) {
        if (!dieAt(each.armed(), each.point(), drives.to(each.point()))) {
            failures.add("not hit: " + each.point());
        }
        each.armed().livesOn();
    }

    private boolean dieAt(ArmedService armed, Point point, Drive drive) {
        drive.before().run();
        try {
            return diesAt(armed, point, drive);
        } finally {
            drive.after().run();
        }
    }

    private boolean diesAt(ArmedService armed, Point point, Drive drive) {
        long begun = System.nanoTime();
        Life life = armed.begin(point.name(), drive.lingering());
        long end = System.nanoTime() + Drive.PATIENCE.toNanos();
        while (!life.endsWithin(LOOK)) {
            if (System.nanoTime() > end) {
                life.end();
                report(point, "MISSED", begun);
                return false;
            }
            Trade.tried(drive.during());
        }
        List<String> said = new ArrayList<>(life.said());
        if (!said.remove("died at " + point.name()) || life.status() != Halt.STATUS) {
            failures.add("%s ended with %d before it was hit".formatted(point, life.status()));
            return true;
        }
        said.forEach(sentence -> failures.add(point.service() + ": " + sentence));
        hit.add(point);
        report(point, "halted", begun);
        return true;
    }

    private ArmedService armed(String service) {
        return Objects.requireNonNull(armed.get(service), service);
    }

    private static void report(Point point, String what, long begun) {
        System.out.printf("%-9s %-70s %5.1f s%n", what, point, (System.nanoTime() - begun) / 1e9);
    }

    private void print(Points points, int accepted, Duration took) {
        System.out.println();
        Points.SERVICES.forEach(service -> System.out.printf(
                "%-10s points found %3d, points hit %3d%n",
                service,
                points.of(service).size(),
                hit.stream().filter(point -> point.service().equals(service)).count()));
        System.out.printf(
                "excluded, for they only read: %d%n", points.excluded().size());
        points.excluded().forEach(why -> System.out.println("  " + why));
        System.out.printf(
                "points found = %d, points hit = %d, orders accepted meanwhile = %d, %d s%n",
                points.all().size(), hit.size(), accepted, took.toSeconds());
    }

    private record Missed(ArmedService armed, Point point) {}
}
