package com.allinone.inventory.storage;

import com.allinone.inventory.domain.Shortage;
import com.allinone.inventory.domain.Sku;
import com.allinone.messaging.MessageJson;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** The shortages of a rejected reservation as JSON, so that the same question gets the same answer. */
@RegisterForReflection
record StoredShortages(List<StoredShortage> shortages) {

    static String write(List<Shortage> shortages) {
        return MessageJson.write(
                new StoredShortages(shortages.stream().map(StoredShortage::of).toList()));
    }

    static List<Shortage> read(String json) {
        return MessageJson.read(json, StoredShortages.class).shortages.stream()
                .map(StoredShortage::shortage)
                .toList();
    }

    @RegisterForReflection
    record StoredShortage(String sku, long requested, long available) {

        static StoredShortage of(Shortage shortage) {
            return new StoredShortage(shortage.sku().value(), shortage.requested(), shortage.available());
        }

        Shortage shortage() {
            return new Shortage(new Sku(sku), requested, available);
        }
    }
}
