package com.allinone.simulation.shop;

import com.allinone.messaging.MessageHandler;
import com.allinone.messaging.inbox.BatchConsumer;
import com.allinone.messaging.inbox.BatchWork;
import com.allinone.messaging.inbox.DoneMessages;
import com.allinone.messaging.inbox.InboxMetrics;
import com.allinone.messaging.inbox.Redriving;
import com.allinone.messaging.operating.Mandate;
import com.allinone.messaging.outbox.Outbox;
import com.allinone.messaging.outbox.OutboxLog;
import com.allinone.messaging.outbox.OutboxRelay;
import com.allinone.messaging.outbox.RelayProducer;
import com.allinone.messaging.outbox.RelaySignal;
import com.allinone.messaging.outbox.Republishing;
import com.allinone.messaging.outbox.Republishing.Step;
import com.allinone.messaging.parking.ParkedMessages;
import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.tracing.MessageTraces;
import com.allinone.simulation.broker.Group.Member;
import com.allinone.simulation.store.SimulatedTransactions;
import com.allinone.simulation.world.Life;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What every service's process is made of: its transactions, its relay, its consumers. */
abstract class Service {

    static final MeterRegistry UNCOUNTED = new CompositeMeterRegistry();
    private static final MessageTraces UNTRACED = new MessageTraces(OpenTelemetry.noop());
    private static final Duration BACKSTOP = Duration.ofSeconds(5);
    private static final int LARGEST_BATCH = 5;
    private static final Mandate OPERATOR = new Mandate("olivia", "The defect is mended");

    final Shop shop;
    final Life life;
    final Transactions transactions;
    private final Premises premises;
    final BatchConsumer consumer;
    private final OutboxLog log;
    private final BatchWork work;
    private final ParkedMessages parked;
    private final InboxMetrics metrics;
    private final List<MessageHandler> handlers = new ArrayList<>();

    Service(Shop shop, Premises premises, Life life) {
        this.shop = shop;
        this.premises = premises;
        this.life = life;
        this.log = shop.bug().log(premises.name(), premises.log());
        DoneMessages done = shop.bug().done(premises.done());
        this.parked = shop.bug().parked(premises.parked());
        this.transactions = new SimulatedTransactions(
                premises.database(),
                life,
                shop.bug()
                        .commitSteps(
                                new Outbox(log, shop.ids(), shop.clock(), new RelaySignal(), UNTRACED),
                                shop.kafka().producersOf(life),
                                shop.ids(),
                                shop.clock()));
        this.metrics = new InboxMetrics(UNCOUNTED, shop.clock());
        Transactions batches = shop.bug().batches(transactions);
        this.work = new BatchWork(batches, done, parked, UNTRACED, metrics, shop.clock());
        this.consumer = new BatchConsumer(
                batches, work, Settings.ALL, metrics, shop.world().ticker(), Settings.ALL);
        shop.world().start(life, "relay", this::relay);
    }

    final Premises premises() {
        return premises;
    }

    final void consume(String topic, MessageHandler handler) {
        MessageHandler counted = shop.effects().counting(handler);
        handlers.add(counted);
        shop.world().start(life, "consumer of " + topic, () -> {
            Member member = shop.kafka()
                    .group(premises.name() + "/" + handler.consumer(), topic)
                    .join(life);
            while (true) {
                List<ConsumerRecord<String, byte[]>> records =
                        member.poll(1 + shop.world().choices().below(LARGEST_BATCH));
                if (shop.bug().acknowledgesFirst()) {
                    member.commit(records);
                }
                consumer.consume(records, counted);
                member.commit(records);
            }
        });
    }

    final void every(Duration interval, String name, Runnable look) {
        shop.world().start(life, name, () -> {
            while (true) {
                shop.world().sleep(interval);
                try {
                    look.run();
                } catch (DatabaseFailure away) {
                    shop.world().pause(); // the scheduler logs it and looks again at the next turn
                }
            }
        });
    }

    /** What an operator does about everything that is parked here. */
    final void redriveEverything() {
        Redriving redriving = new Redriving(
                transactions,
                parked,
                work,
                premises.actions(),
                metrics,
                Settings.ALL,
                shop.clock(),
                shop.world().ticker(),
                handlers);
        for (String parkedKey : List.copyOf(premises.parked().keys())) {
            int slash = parkedKey.indexOf('/');
            try {
                redriving.redrive(parkedKey.substring(0, slash), parkedKey.substring(slash + 1), OPERATOR);
            } catch (DatabaseFailure away) {
                shop.world().pause(); // the operator reads it and asks again later
            }
        }
    }

    /** What an operator does once Kafka has lost its log; false when it is to be done anew, for the database is away. */
    final boolean republish(Instant from) {
        Republishing republishing = new Republishing(
                transactions, log, premises.actions(), new RelaySignal(), Settings.ALL, shop.clock(), UNCOUNTED);
        try {
            Step step = republishing.step(from, 0, OPERATOR);
            while (!step.over()) {
                step = republishing.step(from, step.through(), OPERATOR);
            }
            return true;
        } catch (DatabaseFailure away) {
            return false;
        }
    }

    private void relay() {
        RelayProducer producer = new RelayProducer(
                shop.bug().broker(shop.kafka().producersOf(life)), shop.world().ticker(), premises.name());
        OutboxRelay relay = new OutboxRelay(
                transactions,
                log,
                producer,
                new RelaySignal(),
                Settings.ALL,
                shop.world().ticker(),
                Settings.ALL,
                UNCOUNTED);
        try {
            while (true) {
                if (!relay.turn()) {
                    if (premises.log().unpublished().isEmpty()) {
                        shop.world().await(() -> !premises.log().unpublished().isEmpty(), BACKSTOP);
                    } else {
                        shop.world().sleep(Settings.ALL.poll());
                    }
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
