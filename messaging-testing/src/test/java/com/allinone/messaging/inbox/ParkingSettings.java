package com.allinone.messaging.inbox;

import com.allinone.messaging.parking.ParkingConfig;
import java.time.Duration;

record ParkingSettings(int piece, int most, Duration longest) implements ParkingConfig {

    static final ParkingSettings USUAL = new ParkingSettings(100, 1_000, Duration.ofSeconds(10));
}
