package com.allinone.simulation.broker;

import com.allinone.messaging.outbox.Broker;
import com.allinone.simulation.world.Life;
import com.allinone.simulation.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** A broker with topics of a few partitions; keys keep their partition. */
public final class Kafka {

    private static final int PARTITIONS = 2;

    private final World world;
    private final Map<String, List<List<ConsumerRecord<String, byte[]>>>> topics = new TreeMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private boolean down;
    private int losses;
    private int outages;
    private boolean slow;

    public Kafka(World world) {
        this.world = world;
    }

    /** What the producers of this process talk to. */
    public Broker producersOf(Life life) {
        return () -> new Producing(world, this, life);
    }

    /** The group of one consumer; members share the topic's partitions. */
    public Group group(String consumer, String topic) {
        return groups.computeIfAbsent(consumer + "/" + topic, name -> new Group(world, this, topic, PARTITIONS));
    }

    public void crash() {
        outages++;
        down = true;
    }

    public void restart() {
        down = false;
    }

    /** How often it went down so far, and every connection with it. */
    int outages() {
        return outages;
    }

    boolean isDown() {
        return down || losses > 0;
    }

    public boolean isUp() {
        return !isDown();
    }

    /** It is gone with everything that it had; until it is set up again, as often as it was lost. */
    public void loseEverything() {
        losses++;
        outages++;
        topics.clear();
        groups.values().forEach(Group::forget);
    }

    public void setUpAgain() {
        losses--;
    }

    /** Acknowledgements may take longer than anybody waits for them. */
    public void slow(boolean slow) {
        this.slow = slow;
    }

    boolean isSlow() {
        return slow;
    }

    /** The process is silent for longer than a session may be: its partitions become others'. */
    public void expel(Life life) {
        groups.values().forEach(group -> group.expel(life));
    }

    /** Writes a record that is there a second time, as a producer does whose acknowledgement was lost. */
    public void duplicate(String topic) {
        List<ConsumerRecord<String, byte[]>> all = everything(topic);
        if (!all.isEmpty()) {
            ConsumerRecord<String, byte[]> again = all.get(world.choices().below(all.size()));
            append(new ProducerRecord<>(topic, null, again.key(), again.value(), again.headers()));
        }
    }

    /** A group's offsets are set back: everything is delivered again. */
    public void rewind() {
        groups.values().forEach(Group::rewind);
    }

    public List<String> topics() {
        return List.copyOf(topics.keySet());
    }

    /** Everything on the topic, partition by partition. */
    public List<ConsumerRecord<String, byte[]>> everything(String topic) {
        return partitions(topic).stream().flatMap(List::stream).toList();
    }

    public boolean isConsumed() {
        return groups.values().stream().allMatch(Group::isAtTheEnd);
    }

    /** How many records were handed out a second time or more. */
    public long redeliveries() {
        return groups.values().stream().mapToLong(Group::redeliveries).sum();
    }

    List<ConsumerRecord<String, byte[]>> partition(String topic, int partition) {
        return partitions(topic).get(partition);
    }

    void append(ProducerRecord<String, byte[]> record) {
        int number = Math.floorMod(record.key().hashCode(), PARTITIONS);
        List<ConsumerRecord<String, byte[]>> log = partition(record.topic(), number);
        log.add(new ConsumerRecord<>(
                record.topic(),
                number,
                log.size(),
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                record.key(),
                record.value(),
                new RecordHeaders(record.headers().toArray()),
                Optional.empty()));
    }

    private List<List<ConsumerRecord<String, byte[]>>> partitions(String topic) {
        return topics.computeIfAbsent(topic, name -> {
            List<List<ConsumerRecord<String, byte[]>>> partitions = new ArrayList<>();
            for (int i = 0; i < PARTITIONS; i++) {
                partitions.add(new ArrayList<>());
            }
            return partitions;
        });
    }
}
