package com.allinone.simulation.broker;

import com.allinone.simulation.world.Life;
import com.allinone.simulation.world.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A consumer group on one topic. Partitions move at once; who had them may not have noticed. */
public final class Group {

    private final World world;
    private final Kafka kafka;
    private final String topic;
    private final long[] committed;
    private final @Nullable Member[] owners;
    private final List<Member> members = new ArrayList<>();
    private final Set<ConsumerRecord<String, byte[]>> handedOut = new HashSet<>();
    private long redeliveries;

    Group(World world, Kafka kafka, String topic, int partitions) {
        this.world = world;
        this.kafka = kafka;
        this.topic = topic;
        this.committed = new long[partitions];
        this.owners = new Member[partitions];
    }

    /** A new member; its session ends with its process, or when that is silent for too long. */
    public Member join(Life life) {
        Member member = new Member(life);
        members.add(member);
        balance();
        return member;
    }

    void expel(Life life) {
        if (members.removeIf(member -> member.life == life)) {
            balance();
        }
    }

    void rewind() {
        for (int partition = 0; partition < committed.length; partition++) {
            committed[partition] = world.choices().below((int) committed[partition] + 1);
            owners[partition] = null;
        }
        balance();
    }

    /** The broker knows neither its members nor how far they came; they join again with their next poll. */
    void forget() {
        members.clear();
        for (int partition = 0; partition < committed.length; partition++) {
            committed[partition] = 0;
            owners[partition] = null;
        }
    }

    boolean isAtTheEnd() {
        for (int partition = 0; partition < committed.length; partition++) {
            if (committed[partition] < kafka.partition(topic, partition).size()) {
                return false;
            }
        }
        return true;
    }

    long redeliveries() {
        return redeliveries;
    }

    private void balance() {
        for (int partition = 0; partition < owners.length; partition++) {
            Member owner = members.isEmpty() ? null : members.get(partition % members.size());
            if (owner != owners[partition]) {
                owners[partition] = owner;
                if (owner != null) {
                    owner.positions[partition] = committed[partition];
                }
            }
        }
    }

    /** One consumer of the group. */
    public final class Member {

        private final Life life;
        private final long[] positions = new long[committed.length];

        private Member(Life life) {
            this.life = life;
        }

        /** Waits for records of its partitions; up to so many, each partition's in order. */
        public List<ConsumerRecord<String, byte[]>> poll(int most) {
            if (!members.contains(this)) {
                members.add(this);
                balance();
            }
            world.await(this::hasMore);
            List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
            for (int partition = 0; partition < positions.length; partition++) {
                List<ConsumerRecord<String, byte[]>> log = kafka.partition(topic, partition);
                while (owners[partition] == this && positions[partition] < log.size() && batch.size() < most) {
                    batch.add(log.get((int) positions[partition]++));
                }
            }
            batch.stream().filter(record -> !handedOut.add(record)).forEach(record -> redeliveries++);
            return batch;
        }

        /** Commits the offsets behind these records, of the partitions that are still its own. */
        public void commit(List<ConsumerRecord<String, byte[]>> records) {
            world.pause();
            for (ConsumerRecord<String, byte[]> record : records) {
                if (owners[record.partition()] == this) {
                    committed[record.partition()] = Math.max(committed[record.partition()], record.offset() + 1);
                }
            }
        }

        private boolean hasMore() {
            if (kafka.isDown()) {
                return false;
            }
            for (int partition = 0; partition < positions.length; partition++) {
                if (owners[partition] == this
                        && positions[partition]
                                < kafka.partition(topic, partition).size()) {
                    return true;
                }
            }
            return !members.contains(this);
        }
    }
}
