package com.allinone.messaging.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka's own producer: idempotent, acknowledged by all, and it never gives up by itself. */
@ApplicationScoped
public class KafkaBroker implements Broker {

    private final Map<String, Object> broker;

    public KafkaBroker(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    @Override
    public Connection connect() {
        return new Producing(new KafkaProducer<>(settings(broker), new StringSerializer(), new ByteArraySerializer()));
    }

    /**
     * How the relay produces, whatever the shop's Kafka settings say.
     *
     * <p>One request at a time: an idempotent producer keeps the order of several only where the broker already knows it.
     * A broker that has just started may refuse a new producer's first batch of a partition ("not the leader") and take
     * the second, whose sequence it cannot place; a key's messages would then change places. Large batches make up for
     * it: a head of the queue mostly fits into one request.
     */
    static Map<String, Object> settings(Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 500);
        settings.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        settings.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 1);
        settings.putIfAbsent(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return settings;
    }

    private record Producing(KafkaProducer<String, byte[]> producer) implements Connection {

        @Override
        public Future<?> send(ProducerRecord<String, byte[]> message) {
            return producer.send(message);
        }

        @Override
        public void abandon() {
            producer.close(Duration.ZERO);
        }
    }
}
