package com.allinone.chaos.faults;

import com.allinone.chaos.shop.BrokenShop;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Everything that was lately on the topics of an order's way comes once more, in its order. */
record Duplicates() implements Fault {
    private static final List<String> TOPICS =
            List.of("inventory.commands", "inventory.events", "payment.commands", "payment.events", "order.events");
    private static final int LEAST = 20;
    private static final int MOST = 150;

    @Override
    public String kind() {
        return "every message of a window twice";
    }

    @Override
    public String strike(BrokenShop shop, Random random) throws Exception {
        var again = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (var topic : TOPICS) {
            shop.broker().tail(topic, LEAST + random.nextInt(MOST)).stream()
                    .map(record -> new ProducerRecord<>(
                            record.topic(), record.partition(), record.key(), record.value(), record.headers()))
                    .forEach(again::add);
        }
        if (again.isEmpty()) {
            throw new WithoutEffect("the topics held nothing");
        }
        shop.broker().produce(again);
        return again.size() + " messages were produced again";
    }
}
