package com.allinone.http.measuring;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Which timers are histograms, and with which bounds. Few and fixed: every bound is a time series per endpoint. The
 * objectives are among them (200 ms for a request, 30 s for an order), so that shares below them are exact.
 */
@Singleton
public class Histograms {

    private static final Map<String, List<Duration>> BOUNDS = Map.of(
            "http.server.requests", millis(5, 25, 50, 100, 200, 500, 1_000, 5_000),
            "messaging.inbox.batch", millis(5, 25, 100, 500, 2_000, 10_000),
            "order.journey", millis(250, 500, 1_000, 2_000, 5_000, 30_000, 120_000, 900_000));

    @Produces
    @Singleton
    MeterFilter bounds() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                List<Duration> bounds = BOUNDS.get(id.getName());
                return bounds == null ? config : bounded(bounds).merge(config);
            }
        };
    }

    private static DistributionStatisticConfig bounded(List<Duration> bounds) {
        return DistributionStatisticConfig.builder()
                .serviceLevelObjectives(
                        bounds.stream().mapToDouble(Duration::toNanos).toArray())
                .build();
    }

    private static List<Duration> millis(long... bounds) {
        return LongStream.of(bounds).mapToObj(bound -> Duration.ofMillis(bound)).toList();
    }
}
