package com.allinone.simulation.shop;

import com.allinone.messaging.MessageIds;
import com.allinone.simulation.world.World;
import java.util.UUID;

/** UUIDv7 of the world's time, the same ones for the same choices. */
final class Ids implements MessageIds {

    private final World world;
    private long number;

    Ids(World world) {
        this.world = world;
    }

    @Override
    public UUID next() {
        long millis = world.instant().toEpochMilli();
        return new UUID(millis << 16 | 0x7000L | number >>> 62, 0x8000_0000_0000_0000L | ++number);
    }
}
