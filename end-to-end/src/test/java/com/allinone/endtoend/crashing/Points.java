package com.allinone.endtoend.crashing;

import com.allinone.crashpoints.ServiceCode;
import com.allinone.crashpoints.Site;
import com.allinone.endtoend.shop.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Every point of the services and of the code they share, as their jars have it.
 *
 * <p>What all services share is one code: its relay is halted in each of them, the rest in one that uses it.
 *
 * @param excluded what only reads, and why that was said
 */
record Points(List<Point> all, List<String> excluded) {

    static final List<String> SERVICES = List.of("payment", "order", "inventory", "catalog", "identity");

    private static final String BASE = "com.allinone.";

    /** {@code -Dcrash.points='payment Charging.*'} dies at those only. */
    private static final Pattern WANTED = Pattern.compile(System.getProperty("crash.points", ".*"));

    /** Whether only some are wanted. */
    static final boolean SOME = System.getProperty("crash.points") != null;

    static Points of(Shop shop) {
        List<Point> points = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        for (String service : SERVICES) {
            ServiceCode code = ServiceCode.of(shop.home().resolve("app").resolve(service));
            for (String part : parts(service)) {
                code.sites(BASE + part).forEach(site -> add(service, site, points, excluded));
            }
        }
        return new Points(List.copyOf(points), List.copyOf(excluded));
    }

    List<Point> of(String service) {
        return all.stream().filter(point -> point.service().equals(service)).toList();
    }

    /** Everything of messaging and http must be some service's part here. */
    private static List<String> parts(String service) {
        return switch (service) {
            case "inventory" -> List.of(service, "messaging.outbox", "messaging.inbox", "messaging.parking");
            case "catalog" -> List.of(service, "messaging.outbox", "messaging.retention", "http");
            default -> List.of(service, "messaging.outbox");
        };
    }

    private static void add(String service, Site site, List<Point> points, List<String> excluded) {
        site.excluded()
                .ifPresentOrElse(
                        why -> excluded.add("%s %s: %s".formatted(service, site.name(), why)),
                        () -> site.points().stream()
                                .map(point -> new Point(service, point))
                                .filter(point ->
                                        WANTED.matcher(point.toString()).matches())
                                .forEach(points::add));
    }
}
