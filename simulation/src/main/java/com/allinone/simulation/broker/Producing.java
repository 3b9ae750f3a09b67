package com.allinone.simulation.broker;

import com.allinone.messaging.outbox.Broker;
import com.allinone.simulation.world.Life;
import com.allinone.simulation.world.World;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A producer's connection: what is sent is written in order, some time later. When it is abandoned, or its process
 * dies, what was under way may still be written, much later than anybody thinks.
 */
final class Producing implements Broker.Connection {

    private static final Duration AGAIN = Duration.ofMillis(200);
    private static final int USUAL_MILLIS = 5;
    private static final int SLOWEST_MILLIS = 6_000;

    private final World world;
    private final Kafka kafka;
    private final Life life;
    private final Deque<Sent> queue = new ArrayDeque<>();
    private boolean closed;

    Producing(World world, Kafka kafka, Life life) {
        this.world = world;
        this.kafka = kafka;
        this.life = life;
        life.whenKilled(this::close);
    }

    @Override
    public Future<?> send(ProducerRecord<String, byte[]> record) {
        Sent sent = new Sent(record, new Acknowledgement(world), kafka.outages());
        queue.add(sent);
        if (queue.size() == 1) {
            writeSoon(latency());
        }
        return sent.acknowledgement;
    }

    @Override
    public void abandon() {
        close();
    }

    private void close() {
        if (!closed) {
            closed = true;
            int underWay = kafka.isDown() ? 0 : world.choices().below(queue.size() + 1);
            Iterator<Sent> rest = queue.iterator();
            for (int i = 0; rest.hasNext(); i++) {
                rest.next();
                if (i >= underWay) {
                    rest.remove();
                }
            }
        }
    }

    private void writeSoon(Duration after) {
        world.after(after, this::write);
    }

    private void write() {
        Sent next = queue.peek();
        if (next == null) {
            return;
        }
        if (next.outages != kafka.outages() && (closed || world.isFrozen(life))) {
            queue.clear(); // what was on the wire is lost with the connection, and nobody sends it again
            return;
        }
        if (kafka.isDown()) {
            writeSoon(AGAIN);
            return;
        }
        queue.remove();
        kafka.append(next.record);
        if (!closed && !(kafka.isSlow() && world.choices().oneIn(2))) {
            next.acknowledgement.arrive();
        }
        if (!queue.isEmpty()) {
            writeSoon(latency());
        }
    }

    private Duration latency() {
        return Duration.ofMillis(world.choices().below(kafka.isSlow() ? SLOWEST_MILLIS : USUAL_MILLIS));
    }

    private record Sent(ProducerRecord<String, byte[]> record, Acknowledgement acknowledgement, int outages) {}
}
