package com.allinone.launcher.sizing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What each profile costs a month, by part; a pure function of the files. */
public final class CostCard {
    /** An average hour has a fifth of the peak that a profile is meant for. */
    private static final double AVERAGE = 0.2;

    private static final double SECONDS_AN_HOUR = 3_600;
    /** Days that Kafka keeps, as topics.yaml has it. */
    private static final double KEPT_DAYS = 7;

    private static final double HOURS_A_DAY = 24;
    private static final double BYTES_A_GB = 1e9;
    private final SizingFiles files;
    private final double hours;

    public CostCard(SizingFiles files) {
        this.files = files;
        this.hours = SizingFiles.number(files.prices().path("hoursAMonth"), "hoursAMonth");
    }

    /** Two tables: by part, and by order. */
    public String markdown() {
        var out = new StringBuilder();
        out.append("| USD a month, quiet to full | ")
                .append(String.join(" | ", names()))
                .append(" |\n|---|")
                .append("---:|".repeat(names().size()))
                .append('\n');
        var quiet = new LinkedHashMap<String, Map<String, Double>>();
        var full = new LinkedHashMap<String, Map<String, Double>>();
        names().forEach(name -> {
            quiet.put(name, parts(files.profiles().path(name), 0));
            full.put(name, parts(files.profiles().path(name), 1));
        });
        for (var part : quiet.values().iterator().next().keySet()) {
            row(out, part, name -> range(at(quiet, name, part), at(full, name, part)));
        }
        row(out, "**together**", name -> "**" + range(sum(quiet, name), sum(full, name)) + "**");
        out.append('\n');
        out.append("| | ")
                .append(String.join(" | ", names()))
                .append(" |\n|---|")
                .append("---:|".repeat(names().size()))
                .append('\n');
        row(out, "orders a second at the peak", name -> String.format(Locale.ROOT, "%.0f", peak(name)));
        row(out, "orders a month, at a fifth of it", name -> String.format(Locale.ROOT, "%,.0f", orders(name)));
        row(out, "USD a month at a fifth", name -> String.format(Locale.ROOT, "%,.0f", average(name)));
        row(
                out,
                "**USD for 1,000 orders**",
                name -> String.format(Locale.ROOT, "**%.3f**", average(name) / orders(name) * 1_000));
        row(
                out,
                "USD for 1,000 orders, at the peak all month",
                name -> String.format(Locale.ROOT, "%.3f", sum(full, name) / (orders(name) / AVERAGE) * 1_000));
        return out.toString();
    }

    private double average(String name) {
        return parts(files.profiles().path(name), AVERAGE).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private double orders(String name) {
        return peak(name) * AVERAGE * SECONDS_AN_HOUR * hours;
    }

    private double peak(String name) {
        return files.profiles().path(name).path("ordersPerSecond").asDouble();
    }

    /** @param load 0 nothing is asked, 1 the profile's peak */
    private Map<String, Double> parts(JsonNode profile, double load) {
        var prices = files.prices();
        var parts = new LinkedHashMap<String, Double>();
        var nodes = between(profile.path("nodes"), "fewest", "most", load);
        var node = price(prices.path("nodeHour")
                .path(profile.path("nodes").path("instanceType").asText()));
        parts.put("EKS, control plane", price(prices.path("clusterHour")) * hours);
        parts.put("EKS, nodes with Auto Mode", nodes * node * (1 + price(prices.path("autoModeShare"))) * hours);
        parts.put("Aurora", aurora(profile.path("database"), load));
        parts.put("MSK Express", kafka(profile, load));
        parts.put(
                "NAT in three zones, balancer",
                (3 * price(prices.path("natHour")) + price(prices.path("balancerHour"))) * hours);
        parts.put("everything small", price(prices.path("smallMonth")));
        return parts;
    }

    private double aurora(JsonNode database, double load) {
        var prices = files.prices();
        var type = database.path("instanceClass").asText();
        var instance = type.equals("db.serverless")
                ? between(database, "acuMin", "acuMax", load) * price(prices.path("acuHour"))
                : price(prices.path("databaseHour").path(type));
        // 100 GB, assumed; what is read and written there is billed apart, see docs/cost.md.
        return database.path("instances").asDouble() * instance * hours + 100 * price(prices.path("databaseGbMonth"));
    }

    private double kafka(JsonNode profile, double load) {
        var prices = files.prices();
        var brokers = profile.path("kafka").path("brokers").asDouble()
                * price(prices.path("brokerHour")
                        .path(profile.path("kafka").path("instanceType").asText()));
        var gbAnHour = profile.path("ordersPerSecond").asDouble()
                * load
                * files.figure("recordsPerOrder")
                * files.figure("bytesPerRecord")
                * SECONDS_AN_HOUR
                / BYTES_A_GB;
        return (brokers + gbAnHour * price(prices.path("brokerGbIn"))) * hours
                + gbAnHour * HOURS_A_DAY * KEPT_DAYS * price(prices.path("brokerGbMonth"));
    }

    private static double between(JsonNode node, String low, String high, double load) {
        var least = node.path(low).asDouble();
        return least + (node.path(high).asDouble() - least) * load;
    }

    private static double price(JsonNode price) {
        return SizingFiles.number(price.path("usd"), price + " usd");
    }

    private java.util.List<String> names() {
        return files.profiles().properties().stream().map(Map.Entry::getKey).toList();
    }

    private void row(StringBuilder out, String head, java.util.function.Function<String, String> cell) {
        out.append("| ").append(head);
        names().forEach(name -> out.append(" | ").append(cell.apply(name)));
        out.append(" |\n");
    }

    private static double at(Map<String, Map<String, Double>> all, String name, String part) {
        return all.getOrDefault(name, Map.of()).getOrDefault(part, 0.0);
    }

    private static double sum(Map<String, Map<String, Double>> all, String name) {
        return all.getOrDefault(name, Map.of()).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static String range(double low, double high) {
        return Math.round(low) == Math.round(high)
                ? String.format(Locale.ROOT, "%,.0f", low)
                : String.format(Locale.ROOT, "%,.0f to %,.0f", low, high);
    }
}
