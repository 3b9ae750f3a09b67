package com.allinone.chaos.invariants;

import com.allinone.launcher.parts.Service;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What was said was published, in its order, and had its effect once, however often it was delivered. */
final class MessageChecks {
    /** Keys of records that were made to be parked. */
    static final String POISON = "poison-";

    private final Scene scene;
    private final PublishedRecords published;
    private long deliveries;
    private long distinct;

    /** A consumer and the topics that it hears. */
    private record Hearing(String service, String consumer, List<String> topics) {}

    private static final List<Hearing> HEARINGS = List.of(
            new Hearing("order", "fulfilment", List.of("inventory.events", "payment.events")),
            new Hearing("order", "copying", List.of("catalog.events")),
            new Hearing("order", "operating", List.of("order.commands")),
            new Hearing("inventory", "reserving", List.of("inventory.commands")),
            new Hearing("payment", "accepting", List.of("payment.commands")));

    MessageChecks(Scene scene) throws IOException {
        this.scene = scene;
        this.published = new PublishedRecords(scene.shop());
    }

    /** Records on Kafka, ever. */
    long deliveries() {
        return deliveries;
    }

    /** Messages that they carry. */
    long distinct() {
        return distinct;
    }

    List<Invariant> check() throws SQLException, IOException {
        var missing = new ArrayList<String>();
        var disordered = new ArrayList<String>();
        for (var service : Service.NAMES) {
            publishing(service, missing, disordered);
        }
        var unheard = new ArrayList<String>();
        for (var hearing : HEARINGS) {
            hear(hearing, unheard);
        }
        return List.of(
                Invariant.of("what was said was published", missing, distinct + " messages"),
                Invariant.of("per key, published in the order of commits", disordered, distinct + " messages"),
                Invariant.of("what was published was heard", unheard, HEARINGS.size() + " consumers"),
                Invariant.of(
                        "a message has its effect once",
                        twice(),
                        "%d deliveries of %d messages".formatted(deliveries, distinct)),
                Invariant.of("nothing but poison is parked", everywhere("""
                        select consumer || ' ' || key || ' ' || coalesce(type, '') || ' ' || error from parked_message
                         where key not like 'poison-%'"""), Service.NAMES.size() + " services"),
                Invariant.of(
                        "nothing waits to be published",
                        everywhere("select position::text from outbox_pending"),
                        Service.NAMES.size() + " queues"));
    }

    private void publishing(String service, List<String> missing, List<String> disordered)
            throws SQLException, IOException {
        var positions = new HashMap<UUID, Long>();
        var topics = new HashSet<String>();
        scene.shop().databases().each(service, """
                select message_id, position, topic from outbox""", row -> {
            positions.put(row.getObject("message_id", UUID.class), row.getLong("position"));
            topics.add(row.getString("topic"));
        });
        var publishing = new Publishing(positions);
        for (var topic : topics) {
            published.each(topic, record -> publishing.record(topic, record));
        }
        deliveries += publishing.deliveries();
        distinct += publishing.messages();
        disordered.addAll(publishing.disordered());
        publishing.missing().forEach(id -> missing.add("%s said %s and Kafka never had it".formatted(service, id)));
    }

    private void hear(Hearing hearing, List<String> unheard) throws SQLException, IOException {
        Set<UUID> done = new HashSet<>();
        scene.shop()
                .databases()
                .each(
                        hearing.service(),
                        """
                select message_id from inbox where consumer = ?
                 union select message_id from parked_message where consumer = ? and message_id is not null""",
                        row -> done.add(row.getObject(1, UUID.class)),
                        hearing.consumer(),
                        hearing.consumer());
        for (var topic : hearing.topics()) {
            published.each(topic, record -> {
                if (!record.key().startsWith(POISON) && done.add(record.id())) {
                    unheard.add("%s of %s never heard %s of %s"
                            .formatted(hearing.consumer(), hearing.service(), record.type(), record.key()));
                }
            });
        }
    }

    /**
     * Nobody answers a message twice, and of an order every fact is told once. A command is given once by whatever
     * happened to an order; again only for its own sake, to a service that keeps the order waiting, or because an
     * operator wants it. Each time it has its answer. Of ranges of orders is reported again and again.
     */
    private List<String> twice() throws SQLException {
        var twice = new ArrayList<>(everywhere("""
                select cause_id || ' caused ' || count(*) || ' ' || type from outbox where cause_id is not null
                 group by cause_id, topic, key, type having count(*) > 1"""));
        twice.addAll(scene.found("order", """
                select key || ' ' || type || ' ' || count(*) from outbox
                 where topic = 'order.events' group by key, type having count(*) > 1"""));
        twice.addAll(scene.found("order", """
                select key || ' was told ' || count(*) || ' times to ' || type from outbox said
                 where topic in ('inventory.commands', 'payment.commands') and type not like '%.report.v1'
                   and cause_id is not null
                   and not exists (select 1 from outbox operator
                                    where operator.message_id = said.cause_id and operator.topic = 'order.commands')
                 group by key, type having count(*) > 1"""));
        twice.addAll(scene.found("payment", """
                select key || ' ' || type || ' ' || count(*) from outbox
                 where cause_id is null and type not like '%.reported.v1'
                 group by key, type having count(*) > 1"""));
        return twice;
    }

    private List<String> everywhere(String query) throws SQLException {
        var found = new ArrayList<String>();
        for (var service : Service.NAMES) {
            scene.found(service, query).forEach(row -> found.add(service + " " + row));
        }
        return found;
    }
}
