package com.allinone.simulation.shop;

import com.allinone.inventory.reserving.HoldsConfig;
import com.allinone.messaging.gathering.PaceConfig;
import com.allinone.messaging.inbox.InboxConfig;
import com.allinone.messaging.outbox.RelayConfig;
import com.allinone.messaging.outbox.RepublishConfig;
import com.allinone.messaging.parking.ParkingConfig;
import com.allinone.order.placing.PlacingConfig;
import java.time.Duration;

/** Everybody's configuration: the bounds of production, with deadlines short enough to be reached often. */
final class Settings
        implements RelayConfig, InboxConfig, HoldsConfig, PlacingConfig, ParkingConfig, RepublishConfig, PaceConfig {

    static final Settings ALL = new Settings();
    static final Duration LEASE = Duration.ofSeconds(20);
    static final Duration LONGEST_WORK_BACKOFF = Duration.ofSeconds(8);

    private Settings() {}

    @Override
    public boolean relay() {
        return true;
    }

    @Override
    public int batchSize() {
        return 8;
    }

    /** Positions are far apart here, for every transaction reserves some. */
    @Override
    public int step() {
        return 400;
    }

    @Override
    public Duration hold() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration apart() {
        return Duration.ZERO;
    }

    @Override
    public Duration poll() {
        return Duration.ofMillis(500);
    }

    @Override
    public Duration acknowledgementBound() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration retention() {
        return Duration.ofDays(14);
    }

    @Override
    public Duration topicRetention() {
        return Duration.ofDays(7);
    }

    @Override
    public Duration backoff() {
        return Duration.ofMillis(100);
    }

    @Override
    public Duration longestBackoff() {
        return Duration.ofSeconds(5);
    }

    @Override
    public int piece() {
        return 3;
    }

    @Override
    public int most() {
        return 1_000;
    }

    @Override
    public Duration longest() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration overdueInterval() {
        return Duration.ofSeconds(20);
    }

    @Override
    public int overdueBatch() {
        return 10;
    }

    @Override
    public Duration lookEvery() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration deadline() {
        return Duration.ofSeconds(25);
    }
}
