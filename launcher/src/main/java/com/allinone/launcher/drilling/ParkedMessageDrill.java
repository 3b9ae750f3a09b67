package com.allinone.launcher.drilling;

import com.allinone.launcher.operating.MessageDesk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Order hears a message that it has no word for. */
record ParkedMessageDrill(MessageDesk order, int kafka, String key, Clock clock) implements Drill {
    private static final int MOST = 100;
    private static final String REASON = "A drill has sent it; nobody waits for it";

    @Override
    public String name() {
        return "parked-message";
    }

    @Override
    public String alert() {
        return "ParkedMessage";
    }

    @Override
    public String cause() throws IOException {
        var record = new ProducerRecord<>("inventory.events", key, "{}");
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id(),
                        "ce_type",
                        "drill.unknown.v1",
                        "ce_source",
                        "/drill",
                        "ce_subject",
                        key,
                        "ce_time",
                        clock.instant().toString())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        var text = StringSerializer.class.getName();
        try (var producer = new KafkaProducer<String, String>(
                Map.of("bootstrap.servers", "127.0.0.1:" + kafka, "key.serializer", text, "value.serializer", text))) {
            producer.send(record).get();
        } catch (ExecutionException refused) {
            throw new IOException("Kafka did not take the message", refused);
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while sending", stopNow);
        }
        return "a message of an unknown type, key %s, has come to order".formatted(key);
    }

    @Override
    public String repair() {
        var discarded = 0;
        for (var parked : order.keys(null, MOST)) {
            if (parked.path("key").asText().equals(key)) {
                var consumer = parked.path("consumer").asText();
                for (var message : order.messages(consumer, key)) {
                    order.discard(consumer, key, message.path("place").asLong(), REASON);
                    discarded++;
                }
            }
        }
        return "%d message was looked at and discarded, with a reason".formatted(discarded);
    }

    /** Version 7: milliseconds, then whatever is random. */
    private String id() {
        var random = UUID.randomUUID();
        return new UUID(
                        (clock.millis() << 16) | 0x7000 | (random.getMostSignificantBits() & 0xfff),
                        random.getLeastSignificantBits())
                .toString();
    }
}
